package io.quanttradingos.backtest.strategy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.util.List;

/** Finds the instrument that a parameter names. */
final class InstrumentNames {
    private InstrumentNames() {}

    /**
     * The number of an instrument in the market.
     *
     * @throws Refusal where the run has no such instrument
     */
    static int number(String strategy, String parameter, String name, List<Symbol> symbols) {
        int number = Symbol.parse(name).map(symbols::indexOf).orElse(-1);
        if (number < 0) {
            List<String> known = symbols.stream().map(Symbol::text).toList();
            String hint = NearestName.of(name, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", known));
            String message = "names '" + Parameters.cut(name) + "', which is none of the instruments; " + hint;
            throw Refusal.invalid(List.of(new InputProblem(strategy, null, parameter, message)));
        }
        return number;
    }
}
