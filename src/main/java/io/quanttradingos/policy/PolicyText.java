package io.quanttradingos.policy;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes a policy record out, for people as YAML and for digests as one line per setting. */
final class PolicyText {
    private PolicyText() {}

    static String yaml(Record policy, Map<String, String> comments) {
        StringBuilder yaml = new StringBuilder();
        append(yaml, policy, "", "", comments);
        return yaml.toString();
    }

    private static void append(
            StringBuilder yaml, Record policy, String prefix, String indent, Map<String, String> comments) {
        for (RecordComponent component : policy.getClass().getRecordComponents()) {
            String key = KeyName.of(component.getName());
            String comment = comments.get(prefix + key);
            if (comment != null) {
                comment.lines()
                        .forEach(line ->
                                yaml.append(indent).append("# ").append(line).append('\n'));
            }
            yaml.append(indent).append(key).append(':');
            Object value = value(component, policy);
            if (value instanceof Record inner) {
                yaml.append('\n');
                append(yaml, inner, prefix + key + ".", indent + "  ", comments);
            } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                yaml.append('\n');
                sorted(map)
                        .forEach((name, number) -> yaml.append(indent)
                                .append("  ")
                                .append(quoted(name))
                                .append(": ")
                                .append(text(number))
                                .append('\n'));
            } else {
                yaml.append(' ').append(text(value)).append('\n');
            }
        }
    }

    static String canonical(Record policy) {
        StringBuilder lines = new StringBuilder();
        appendCanonical(lines, policy, "");
        return lines.toString();
    }

    private static void appendCanonical(StringBuilder lines, Record policy, String prefix) {
        for (RecordComponent component : policy.getClass().getRecordComponents()) {
            String key = prefix + KeyName.of(component.getName());
            Object value = value(component, policy);
            if (value instanceof Record inner) {
                appendCanonical(lines, inner, key + ".");
            } else {
                lines.append(key).append('=').append(text(value)).append('\n');
            }
        }
    }

    /** A scalar, list or map on one line of YAML; a map's keys are sorted, since their order means nothing. */
    private static String text(Object value) {
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(PolicyText::text).toList()) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            ", ",
                            sorted(map).entrySet().stream()
                                    .map(entry -> quoted(entry.getKey()) + ": " + text(entry.getValue()))
                                    .toList())
                    + "}";
        }
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), Objects.requireNonNull(value)));
        return sorted;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    /** The shortest digits that read back as the number; Double.toString has more of them before Java 19. */
    private static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("a policy holds no " + number);
        }
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal decimal) {
        String text = decimal.stripTrailingZeros().toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    static Object value(RecordComponent component, Record of) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return Objects.requireNonNull(accessor.invoke(of), component.getName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component.getName(), e);
        }
    }
}
