package io.quanttradingos.discipline;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.table.DecimalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of {@link TradingPlan} one by one and names each that cannot be used. */
final class TradingPlanReader {
    private static final int LONGEST_QUOTE = 40;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_UNKNOWN_SHOWN = 10;
    private static final Set<String> KNOWN = Set.of(
            "allowed_regimes",
            "stop_required",
            "account_size",
            "position_limits_by_regime",
            "max_position_pct",
            "max_stop_pct",
            "risk_per_trade_pct",
            "conventions");

    private final String source;
    private final Map<String, ? extends @Nullable Object> json;
    private final List<InputProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    TradingPlanReader(String source, Map<String, ? extends @Nullable Object> json) {
        this.source = source;
        this.json = json;
    }

    Parsed<TradingPlan> read() {
        List<String> allowedRegimes = allowedRegimes();
        boolean stopRequired = flag("stop_required");
        Double accountSize = accountSize();
        Map<String, @Nullable Double> limits = positionLimits();
        Double maxPosition = percent("max_position_pct", json.get("max_position_pct"));
        Double maxStop = percent("max_stop_pct", json.get("max_stop_pct"));
        Double risk = percent("risk_per_trade_pct", json.get("risk_per_trade_pct"));
        String conventions = conventions();
        if (accountSize == null && (!limits.isEmpty() || maxPosition != null || risk != null)) {
            warnings.add("the plan gives no account_size, so its limits in percent of the account were not applied");
        }
        warnOfUnknownFields();
        return new Parsed<>(
                new TradingPlan(
                        allowedRegimes,
                        stopRequired,
                        accountSize,
                        limits,
                        maxPosition,
                        maxStop,
                        risk,
                        conventions,
                        warnings),
                problems);
    }

    private void warnOfUnknownFields() {
        List<String> unknown = json.keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .map(TradingPlanReader::shortened)
                .toList();
        unknown.stream()
                .limit(MOST_UNKNOWN_SHOWN)
                .forEach(key -> warnings.add("the plan's field '" + key + "' is unknown and was ignored"));
        if (unknown.size() > MOST_UNKNOWN_SHOWN) {
            warnings.add("the plan has " + (unknown.size() - MOST_UNKNOWN_SHOWN) + " more unknown fields");
        }
    }

    private List<String> allowedRegimes() {
        Object value = json.get("allowed_regimes");
        if (value instanceof String single) {
            warnings.add("allowed_regimes is a text, read as a list of one");
            return regimes(List.of(single));
        }
        if (value instanceof List<?> list) {
            return regimes(list);
        }
        report("allowed_regimes", value == null ? "is missing" : "must be a list of texts, was " + seen(value));
        return List.of();
    }

    private List<String> regimes(List<?> list) {
        List<String> regimes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Object entry = list.get(i);
            if (entry instanceof String text && !text.isBlank()) {
                regimes.add(text);
            } else {
                report("allowed_regimes[" + i + "]", "must be a regime's label, was " + seen(entry));
            }
        }
        if (list.isEmpty()) {
            warnings.add("allowed_regimes is empty, so no trade is in an allowed regime");
        }
        return regimes;
    }

    private boolean flag(String field) {
        Object value = json.get(field);
        if (value instanceof Boolean flag) {
            return flag;
        }
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (value != null && !text.equals("true") && !text.equals("false")) {
            report(field, "must be true or false, was " + seen(value));
        }
        return text.equals("true");
    }

    private @Nullable Double accountSize() {
        Double size = percent("account_size", json.get("account_size"));
        return size == null || size == 0 ? null : size;
    }

    private Map<String, @Nullable Double> positionLimits() {
        Map<String, @Nullable Double> limits = new LinkedHashMap<>();
        Object value = json.get("position_limits_by_regime");
        if (value == null) {
            return limits;
        }
        if (!(value instanceof Map<?, ?> map)) {
            report("position_limits_by_regime", "must be an object of percents by regime, was " + seen(value));
            return limits;
        }
        Set<RegimeLabel> met = new HashSet<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String label = String.valueOf(entry.getKey());
            String field = "position_limits_by_regime." + shortened(label);
            if (label.isBlank()) {
                report("position_limits_by_regime", "has an entry without a regime's label");
            } else if (!met.add(RegimeLabel.of(label))) {
                report(field, "names the same regime as an entry before it");
            }
            limits.put(label, percent(field, entry.getValue()));
        }
        return limits;
    }

    private @Nullable String conventions() {
        Object value = json.get("conventions");
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
        if (value == null || text.equals("standard") || text.equals("seed")) {
            return value == null ? null : text;
        }
        report("conventions", "must be standard or seed, was " + seen(value));
        return null;
    }

    /** A number from 0 up, which may be written as a text; null where none is given. */
    private @Nullable Double percent(String field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        OptionalDouble number = value instanceof Number n && Double.isFinite(n.doubleValue())
                ? OptionalDouble.of(n.doubleValue())
                : value instanceof String text ? DecimalText.parse(text.strip()) : OptionalDouble.empty();
        if (number.isEmpty()) {
            report(field, "must be a number, was " + seen(value));
            return null;
        }
        if (!(number.getAsDouble() >= 0)) {
            report(field, "must not be negative, was " + seen(value));
            return null;
        }
        return number.getAsDouble();
    }

    private void report(String field, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new InputProblem(source, null, field, message));
        }
    }

    private static String seen(@Nullable Object value) {
        if (value instanceof List<?>) {
            return "a list";
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        return value instanceof String text ? "'" + shortened(text) + "'" : shortened(String.valueOf(value));
    }

    private static String shortened(String text) {
        return Shortened.to(LONGEST_QUOTE, text);
    }
}
