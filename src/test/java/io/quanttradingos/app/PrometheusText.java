package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus' text format 0.0.4, written from its description: it fails where a scraper might, or would take
 * something for what it is not.
 */
final class PrometheusText {
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Set<String> labelValues = new LinkedHashSet<>();
    private final Map<String, TreeMap<Double, Double>> buckets = new LinkedHashMap<>();

    private PrometheusText() {}

    static PrometheusText read(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r");
        PrometheusText read = new PrometheusText();
        Set<String> closed = new LinkedHashSet<>();
        String family = "";
        for (String line : text.split("\n")) {
            String name;
            if (line.startsWith("#")) {
                name = read.meta(line);
            } else {
                name = read.sample(line);
            }
            if (!name.equals(family)) {
                assertThat(closed).as("the lines of one family stand together").doesNotContain(name);
                closed.add(family);
                family = name;
            }
        }
        read.requireWholeHistograms();
        return read;
    }

    private String meta(String line) {
        Matcher meta = META.matcher(line);
        assertThat(meta.matches()).as(line).isTrue();
        String name = meta.group(2);
        if (meta.group(1).equals("TYPE")) {
            assertThat(TYPES).contains(meta.group(3));
            assertThat(types.put(name, meta.group(3)))
                    .as(name + " has one type")
                    .isNull();
        }
        return name;
    }

    private String sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String name = sample.group(1);
        String family = family(name);
        assertThat(types).as(line + " comes after its type").containsKey(family);
        Map<String, String> labels = labels(sample.group(2));
        double value = number(sample.group(3));
        assertThat(samples.put(key(name, labels), value))
                .as(line + " is there once")
                .isNull();
        if (name.endsWith("_bucket")) {
            double bound = number(Objects.requireNonNull(labels.remove("le"), line + " has its bound"));
            buckets.computeIfAbsent(key(family, labels), any -> new TreeMap<>()).put(bound, value);
        } else if ("counter".equals(types.get(family))) {
            assertThat(name).endsWith("_total");
            assertThat(value).isGreaterThanOrEqualTo(0);
        }
        return family;
    }

    private String family(String name) {
        for (String ending : List.of("_bucket", "_sum", "_count")) {
            String before = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
            if (Set.of("histogram", "summary").contains(types.getOrDefault(before, ""))) {
                return before;
            }
        }
        return name;
    }

    private Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        int at = 0;
        while (text != null && at < text.length()) {
            Matcher label = LABEL.matcher(text).region(at, text.length());
            assertThat(label.lookingAt()).as(text).isTrue();
            assertThat(labels.put(label.group(1), label.group(2))).isNull();
            labelValues.add(label.group(2));
            at = label.end();
        }
        return labels;
    }

    private static String key(String name, Map<String, String> labels) {
        List<String> parts = new ArrayList<>();
        labels.forEach((label, value) -> parts.add(label + "=" + value));
        return name + (parts.isEmpty() ? "" : "{" + String.join(",", parts) + "}");
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** Buckets add up: each holds those below it, and the last one all. */
    private void requireWholeHistograms() {
        buckets.forEach((histogram, counts) -> {
            assertThat(List.copyOf(counts.values())).as(histogram).isSorted();
            int labels = histogram.indexOf('{');
            String count = labels < 0
                    ? histogram + "_count"
                    : histogram.substring(0, labels) + "_count" + histogram.substring(labels);
            assertThat(counts.lastKey()).isInfinite();
            assertThat(samples.get(count))
                    .as(count)
                    .isEqualTo(counts.lastEntry().getValue());
        });
    }

    /** A sample such as {@code qtos_inbox_files_total{outcome=done}}, its labels in alphabetical order; 0 where there is none. */
    double value(String sample) {
        return samples.getOrDefault(sample, 0.0);
    }

    Map<String, Double> samples() {
        return samples;
    }

    Map<String, String> types() {
        return types;
    }

    Set<String> labelValues() {
        return labelValues;
    }
}
