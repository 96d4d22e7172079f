package io.quanttradingos.discipline;

import io.quanttradingos.failure.Refusal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan read as loosely as the original read it: any JSON value has a truth, a text of regimes is searched for the
 * label, the first position limit that fits wins. What made it crash is refused.
 */
final class SeedPlan {
    private final Map<String, ? extends @Nullable Object> json;

    SeedPlan(Map<String, ? extends @Nullable Object> json) {
        this.json = json;
    }

    boolean allows(String label) {
        Object allowed = json.get("allowed_regimes");
        if (allowed instanceof List<?> list) {
            return list.contains(label);
        }
        if (allowed instanceof Map<?, ?> map) {
            return map.containsKey(label);
        }
        if (allowed instanceof String text) {
            return text.contains(label);
        }
        throw Refusal.invalid("plan: allowed_regimes must be a list of regime labels");
    }

    boolean requiresStop() {
        return isTrue(json.get("stop_required"));
    }

    /** The account's size, 0 where the plan gives none. */
    double accountSize() {
        Object size = json.get("account_size");
        if (!isTrue(size)) {
            return 0;
        }
        if (size instanceof String text) {
            return PythonNumber.parse(text).orElseThrow(SeedPlan::accountSizeRefused);
        }
        if (!(size instanceof Number) && !(size instanceof Boolean)) {
            throw accountSizeRefused();
        }
        return number("account_size", size);
    }

    private static Refusal accountSizeRefused() {
        return Refusal.invalid("plan: account_size must be a number");
    }

    /** The percent of the account a position may take in this regime; null where there is no limit. */
    @Nullable Double limitFor(String label) {
        Object limits = json.get("position_limits_by_regime");
        if (!isTrue(limits)) {
            return null;
        }
        if (!(limits instanceof Map<?, ?> map)) {
            throw Refusal.invalid("plan: position_limits_by_regime must be an object of percents by regime");
        }
        Object limit = map.get(label);
        if (!map.containsKey(label)) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getKey() instanceof String prefix && label.startsWith(prefix)) {
                    limit = entry.getValue();
                    break;
                }
            }
        }
        return limit == null ? null : (Double) number("position_limits_by_regime", limit);
    }

    private static double number(String field, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        boolean tooLarge = value instanceof BigInteger whole && Double.isInfinite(whole.doubleValue());
        if (!(value instanceof Number number) || tooLarge) {
            throw Refusal.invalid("plan: " + field + " must hold numbers");
        }
        return number.doubleValue();
    }

    /** The truth of a JSON value in the original's language: empty, zero, false and null are false. */
    private static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }
}
