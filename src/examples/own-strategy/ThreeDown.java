import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.strategy.Parameter;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.StrategyKind;
import io.quanttradingos.backtest.strategy.StrategyProvider;
import java.util.List;

/** Buys after some closes in a row that were each below the one before, and sells after as many bars. */
public final class ThreeDown implements Strategy {
    private final int down;
    private final int hold;
    private int falling;
    private int held;

    private ThreeDown(Parameters parameters) {
        this.down = parameters.integer("down");
        this.hold = parameters.integer("hold");
    }

    /** Called once for every bar, in order; there is no way to a bar that is still to come. */
    @Override
    public void atClose(History history, Desk desk) {
        falling = history.bar() > 0 && history.close() < history.close(1) ? falling + 1 : 0;
        if (desk.shares(0) > 0) {
            held++;
            if (held >= hold) {
                desk.exit(0);
            }
        } else if (falling >= down && desk.isTrading()) {
            held = 0;
            desk.enterLong(0);
        }
    }

    /** What the program asks for strategies: named in META-INF/services. */
    public static final class Provider implements StrategyProvider {
        @Override
        public List<StrategyKind> strategies() {
            return List.of(StrategyKind.named(
                            "three_down", "Buys after some lower closes in a row, and sells after some bars.")
                    .with(Parameter.integer("down", 3, 1, 50, "lower closes in a row"))
                    .with(Parameter.integer("hold", 5, 1, 250, "bars until it sells"))
                    .warmingUp(parameters -> parameters.integer("down"))
                    .madeBy(ThreeDown::new));
        }
    }
}
