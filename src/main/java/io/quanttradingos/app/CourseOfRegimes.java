package io.quanttradingos.app;

import io.quanttradingos.api.report.RegimeHistory;
import io.quanttradingos.api.report.RegimeHistory.Day;
import io.quanttradingos.api.report.RegimeHistory.Lane;
import io.quanttradingos.api.report.RegimeHistory.Mood;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The closes and the regime of the past as lines of signs, for a terminal. */
final class CourseOfRegimes {
    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final String PLAIN_STEPS = "_.-~=+*#";
    private static final int MOST_SIGNS = 63;
    private static final int BESIDE = 20;

    private CourseOfRegimes() {}

    static void write(Page page, RegimeHistory history) {
        page.section("CLOSES OF " + history.benchmark());
        if (history.days().isEmpty()) {
            page.sentence(String.valueOf(history.missing()));
            return;
        }
        Terminal terminal = page.terminal();
        List<Day> days = sampled(history.days(), Math.min(MOST_SIGNS, terminal.width() - BESIDE));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("close", closes(days, terminal.sign(STEPS, PLAIN_STEPS))));
        for (Lane lane : Lane.values()) {
            rows.add(List.of(lane.title().toLowerCase(Locale.ROOT), lane(days, lane, terminal)));
        }
        page.table(List.of(Align.LEFT, Align.LEFT), rows);
        page.sentence(history.days().get(0).date() + " to "
                + history.days().get(history.days().size() - 1).date() + "; "
                + terminal.sign("█", "#") + " is Risk-Off, High Vol, Downtrend or Weak Breadth, "
                + terminal.sign("─", "-") + " the opposite.");
    }

    /** So many of the days, evenly, the last one among them. */
    private static List<Day> sampled(List<Day> days, int most) {
        int count = Math.min(most, days.size());
        List<Day> sampled = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            sampled.add(days.get((int) ((long) i * days.size() / count) - 1));
        }
        return sampled;
    }

    private static String closes(List<Day> days, String steps) {
        double low = days.stream().mapToDouble(Day::close).min().orElseThrow();
        double high = days.stream().mapToDouble(Day::close).max().orElseThrow();
        double span = Math.max(high - low, Double.MIN_NORMAL);
        StringBuilder line = new StringBuilder();
        for (Day day : days) {
            line.append(steps.charAt((int) Math.round((day.close() - low) / span * (steps.length() - 1))));
        }
        return line.toString();
    }

    private static String lane(List<Day> days, Lane lane, Terminal terminal) {
        StringBuilder line = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= days.size(); i++) {
            Mood mood = days.get(from).mood(lane);
            if (i == days.size() || days.get(i).mood(lane) != mood) {
                line.append(stretch(mood, i - from, terminal));
                from = i;
            }
        }
        return line.toString();
    }

    private static String stretch(Mood mood, int days, Terminal terminal) {
        return switch (mood) {
            case CALM -> Ink.GOOD.on(terminal.sign("─", "-").repeat(days));
            case STRAINED -> Ink.BAD.on(terminal.sign("█", "#").repeat(days));
            case UNTOLD -> Ink.QUIET.on(terminal.sign("·", ".").repeat(days));
        };
    }
}
