package io.quanttradingos.api.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The closes a regime was told from, and the regime of each of their days.
 *
 * @param benchmark the instrument
 * @param days in order, the last one that of the decision; empty where they are not to be had
 * @param missing why they are not to be had, a sentence; null where they are
 */
public record RegimeHistory(
        String benchmark, List<Day> days, @Nullable String missing) {
    /** How many days are shown at most: three years of trading. */
    public static final int MOST_DAYS = 756;

    public RegimeHistory {
        days = List.copyOf(days);
        if (days.isEmpty() == (missing == null)) {
            throw new IllegalArgumentException("a history has days or says why it has none");
        }
    }

    /** One that is not to be had. */
    public static RegimeHistory missing(String benchmark, String why) {
        return new RegimeHistory(benchmark, List.of(), why);
    }

    /** What can be said of a day. */
    public enum Mood {
        CALM,
        STRAINED,
        /** Not told, for want of history. */
        UNTOLD
    }

    /** The parts of a regime's label, in its order. */
    public enum Lane {
        RISK("Risk", "Risk-On"),
        VOLATILITY("Volatility", "Low/Normal Vol"),
        TREND("Trend", "Uptrend"),
        BREADTH("Breadth", "Healthy Breadth");

        private final String title;
        private final String calm;

        Lane(String title, String calm) {
            this.title = title;
            this.calm = calm;
        }

        public String title() {
            return title;
        }

        /** The state it has in calm markets. */
        public String calm() {
            return calm;
        }

        Mood mood(@Nullable String state) {
            return state == null ? Mood.UNTOLD : state.equals(calm) ? Mood.CALM : Mood.STRAINED;
        }
    }

    /**
     * A day.
     *
     * @param close finite and positive
     * @param label the regime; null where there was too little history
     */
    public record Day(
            LocalDate date, double close, @Nullable String label) {
        public Day {
            if (!(close > 0 && close < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a close must be finite and positive, was " + close);
            }
        }

        /** The state in one lane, such as {@code Uptrend}; null where the label has none. */
        @Nullable String state(Lane lane) {
            String[] parts = label == null ? new String[0] : label.split(" / ", -1);
            return lane.ordinal() < parts.length ? parts[lane.ordinal()] : null;
        }

        /** What a lane says of the day. */
        public Mood mood(Lane lane) {
            return lane.mood(state(lane));
        }
    }

    /**
     * Days in a row with the same regime.
     *
     * @param from index of the first
     * @param until index after the last
     */
    record Stretch(int from, int until, @Nullable String state) {}

    /** The stretches of the whole label. */
    List<Stretch> stretches() {
        return stretches(days.stream().map(Day::label).toList());
    }

    /** The stretches of one lane. */
    List<Stretch> stretches(Lane lane) {
        return stretches(days.stream().map(day -> day.state(lane)).toList());
    }

    private static List<Stretch> stretches(List<@Nullable String> states) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= states.size(); i++) {
            if (i == states.size() || !Objects.equals(states.get(i), states.get(from))) {
                stretches.add(new Stretch(from, i, states.get(from)));
                from = i;
            }
        }
        return stretches;
    }
}
