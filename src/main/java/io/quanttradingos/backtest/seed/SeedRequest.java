package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What the original's {@code /backtest} is asked, with its defaults: SPY, 100,000 of cash, 50 shares, bought and held.
 *
 * @param initialCash positive and finite
 * @param quantity positive; a fraction of a share is allowed
 */
public record SeedRequest(Symbol symbol, double initialCash, double quantity) {
    private static final String ONLY_STRATEGY = "buy_and_hold";

    public SeedRequest {
        requireUsable(initialCash, quantity);
    }

    /**
     * Reads the fields of a request; null stands for one that was not given.
     *
     * @throws Refusal invalid, where the original answered 400 or 422
     */
    public static SeedRequest of(
            @Nullable String symbol,
            @Nullable Double initialCash,
            @Nullable Double quantity,
            @Nullable String strategyType) {
        if (strategyType != null && !strategyType.equals(ONLY_STRATEGY)) {
            throw Refusal.invalid(
                    "Unsupported strategy_type: " + ShortText.of(strategyType) + ". Only buy_and_hold is supported.");
        }
        return new SeedRequest(
                symbol(symbol == null ? "SPY" : symbol),
                initialCash == null ? 100_000 : initialCash,
                quantity == null ? 50 : quantity);
    }

    /** How many days before today the bars of a service begin: {@code 6mo}, {@code 2y}, and 365 for anything else. */
    public static int lookbackDays(@Nullable String period) {
        return switch (period == null ? "1y" : period) {
            case "6mo" -> 180;
            case "2y" -> 730;
            default -> 365;
        };
    }

    private static Symbol symbol(String text) {
        return Symbol.parse(text)
                .orElseThrow(() -> Refusal.invalid(
                        "symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was '" + ShortText.of(text) + "'"));
    }

    static void requireUsable(double initialCash, double quantity) {
        if (!(initialCash > 0) || Double.isInfinite(initialCash)) {
            throw Refusal.invalid("initial_cash must be a finite number greater than 0, was " + initialCash);
        }
        if (!(quantity > 0)) {
            throw Refusal.invalid("quantity must be greater than 0, was " + quantity);
        }
    }
}
