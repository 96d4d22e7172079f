package io.quanttradingos.guardian;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The trade somebody wants to open, and the state they are in.
 *
 * @param accountSize what the account is worth in currency, above 0 and at most 1e15
 * @param drawdownPct how far it is under its peak, in percent, 0 to 100
 * @param recentLosses how many of the latest trades in a row lost, at least 0
 * @param price of one share, above 0; null where unknown, and then no size is given
 * @param atr the average true range of the share in currency, above 0; null where unknown, and then no size is given
 */
public record GuardianRequest(
        double accountSize,
        double drawdownPct,
        VolatilityLevel volatility,
        TradingRegime regime,
        TradeType tradeType,
        int recentLosses,
        @Nullable Double price,
        @Nullable Double atr) {
    private static final String SOURCE = "request";

    /** Beyond any account or price; keeps every product of the guardian finite. */
    private static final double LARGEST = 1e15;

    public GuardianRequest {
        List<InputProblem> problems = new ArrayList<>();
        range(problems, accountSize, drawdownPct, recentLosses, price, atr);
        refuse(problems);
    }

    /**
     * Reads a request as its sender wrote it; what is missing takes the original's default.
     *
     * <p>These are drawdown 0, volatility {@code normal}, regime {@code range}, trade type {@code swing}, no recent
     * losses; only the account's size must be given. A regime that is none of the three names is read as a market label,
     * see {@link TradingRegime#of}; other names must be known. Upper and lower case are the same.
     *
     * @throws Refusal naming every field that is wrong
     */
    public static GuardianRequest of(
            @Nullable Double accountSize,
            @Nullable Double drawdownPct,
            @Nullable String volatility,
            @Nullable String regime,
            @Nullable String tradeType,
            @Nullable Integer recentLosses,
            @Nullable Double price,
            @Nullable Double atr) {
        List<InputProblem> problems = new ArrayList<>();
        if (accountSize == null) {
            problem(problems, "account_size", "must be given");
        }
        double size = accountSize == null ? 1 : accountSize;
        double drawdown = drawdownPct == null ? 0 : drawdownPct;
        int losses = recentLosses == null ? 0 : recentLosses;
        range(problems, size, drawdown, losses, price, atr);
        VolatilityLevel level = named(problems, "volatility", volatility, VolatilityLevel.NORMAL);
        TradeType type = named(problems, "trade_type", tradeType, TradeType.SWING);
        refuse(problems);
        TradingRegime mapped = regime == null ? TradingRegime.RANGE : TradingRegime.of(regime);
        return new GuardianRequest(size, drawdown, level, mapped, type, losses, price, atr);
    }

    private static void range(
            List<InputProblem> problems,
            double accountSize,
            double drawdownPct,
            int recentLosses,
            @Nullable Double price,
            @Nullable Double atr) {
        positive(problems, "account_size", accountSize);
        if (!(drawdownPct >= 0 && drawdownPct <= 100)) {
            problem(problems, "drawdown_pct", "must be in [0, 100], was " + Wording.number(drawdownPct));
        }
        if (recentLosses < 0) {
            problem(problems, "recent_losses", "must be at least 0, was " + recentLosses);
        }
        positive(problems, "price", price);
        positive(problems, "atr", atr);
    }

    private static void positive(List<InputProblem> problems, String field, @Nullable Double value) {
        if (value == null) {
            return;
        }
        if (!(value > 0)) {
            problem(problems, field, "must be greater than 0, was " + Wording.number(value));
        } else if (value > LARGEST) {
            problem(problems, field, "must be at most 1e15, was " + value);
        }
    }

    private static <E extends Enum<E>> E named(
            List<InputProblem> problems, String field, @Nullable String text, E missing) {
        if (text == null) {
            return missing;
        }
        List<String> names = new ArrayList<>();
        for (E value : missing.getDeclaringClass().getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text.strip())) {
                return value;
            }
            names.add(value.name().toLowerCase(Locale.ROOT));
        }
        problem(problems, field, "must be one of " + String.join(", ", names) + ", was '" + shown(text) + "'");
        return missing;
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }

    private static void problem(List<InputProblem> problems, String field, String message) {
        problems.add(new InputProblem(SOURCE, null, field, message));
    }

    private static void refuse(List<InputProblem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}
