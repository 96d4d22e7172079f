package io.quanttradingos.api.report;

import io.quanttradingos.api.report.RegimeHistory.Day;
import io.quanttradingos.api.report.RegimeHistory.Lane;
import io.quanttradingos.api.report.RegimeHistory.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The closes as a line, the four parts of the regime as bands below it; drawn here, so that it is sharp on paper and needs
 * no script.
 *
 * <p>Lines stretch with the page, letters stand beside them and do not.
 */
final class ClosesPicture {
    private static final double HEIGHT = 100;
    private static final int MOST_LABELS = 6;
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24);
    private static final double EDGE = 5;

    private final RegimeHistory history;
    private final List<Day> days;
    private final List<Double> ticks;
    private final double low;
    private final double high;

    ClosesPicture(RegimeHistory history) {
        this.history = history;
        this.days = history.days();
        this.ticks = ticks(lowest().close(), highest().close());
        this.low = Math.min(ticks.get(0), lowest().close());
        this.high = Math.max(ticks.get(ticks.size() - 1), highest().close());
    }

    private Day lowest() {
        return days.stream().min(Comparator.comparingDouble(Day::close)).orElseThrow();
    }

    private Day highest() {
        return days.stream().max(Comparator.comparingDouble(Day::close)).orElseThrow();
    }

    private Day last() {
        return days.get(days.size() - 1);
    }

    /** Round values at about four places. */
    static List<Double> ticks(double low, double high) {
        double rough = Math.max((high - low) / 4, Math.abs(high) * 1e-4);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = 10 * power;
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= rough) {
                step = times * power;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        long i = (long) Math.floor(low / step);
        do {
            ticks.add(i++ * step);
        } while (ticks.size() < 2 || ticks.get(ticks.size() - 1) < high);
        return ticks;
    }

    void write(Markup page) {
        page.open("figure", "class", "closes");
        page.open("div", "class", "hidden").element("p", summary()).close();
        page.open("div", "class", "picture", "role", "img", "aria-label", summary());
        values(page);
        line(page);
        for (Lane lane : Lane.values()) {
            lane(page, lane);
        }
        dates(page);
        page.close();
        page.open("figcaption");
        page.text("Closes of " + history.benchmark() + " from " + days.get(0).date() + " to " + last().date()
                + ". The bands are ");
        page.element("span", "", "class", "key calm").text("as calm markets have them (" + calm() + "), ");
        page.element("span", "", "class", "key strained").text("the opposite, ");
        page.element("span", "", "class", "key untold").text("not told for want of history.");
        page.close().close();
    }

    private String summary() {
        return history.benchmark() + " closed at " + Words.decimals(last().close(), 2) + " on "
                + last().date() + ". Of the " + days.size() + " closes since "
                + days.get(0).date()
                + " the lowest was " + Words.decimals(lowest().close(), 2) + " on " + lowest().date()
                + " and the highest " + Words.decimals(highest().close(), 2) + " on "
                + highest().date()
                + ". The regime changed " + (history.stretches().size() - 1) + " times.";
    }

    private double heightOf(double value) {
        return HEIGHT - (value - low) / (high - low) * HEIGHT;
    }

    private void values(Markup page) {
        page.open("svg", "class", "values", "aria-hidden", "true");
        for (double tick : ticks) {
            String y = Bar.number(heightOf(tick)) + "%";
            String text = Words.decimals(tick, ticks.get(1) - ticks.get(0) < 1 ? 2 : 0);
            page.element("text", text, "x", "100%", "y", y, "text-anchor", "end", "dominant-baseline", "central");
        }
        page.close();
    }

    private void line(Markup page) {
        picture(page, "line", HEIGHT);
        for (double tick : ticks) {
            String y = Bar.number(heightOf(tick));
            page.shape("line", "class", "grid", "x1", "0", "x2", end(), "y1", y, "y2", y);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            path.append(i == 0 ? "M" : "L").append(i).append(' ');
            path.append(Bar.number(heightOf(days.get(i).close())));
        }
        page.shape("path", "class", "course", "d", path.toString()).close();
    }

    private static String calm() {
        return Arrays.stream(Lane.values()).map(Lane::calm).collect(Collectors.joining(", "));
    }

    private void lane(Markup page, Lane lane) {
        page.element("span", lane.title(), "class", "lane-name");
        picture(page, "lane", 10);
        for (Stretch stretch : history.stretches(lane)) {
            String state = stretch.state();
            String kind = lane.mood(state).name().toLowerCase(Locale.ROOT);
            page.open(
                    "rect",
                    "class",
                    kind,
                    "x",
                    Integer.toString(stretch.from()),
                    "y",
                    "0",
                    "width",
                    Integer.toString(stretch.until() - stretch.from()),
                    "height",
                    "10");
            page.element(
                    "title",
                    (state == null ? "not told" : state) + " from "
                            + days.get(stretch.from()).date() + " to "
                            + days.get(stretch.until() - 1).date());
            page.close();
        }
        page.close();
    }

    private String end() {
        return Integer.toString(days.size());
    }

    private void picture(Markup page, String kind, double height) {
        String box = "0 0 " + end() + " " + Bar.number(height);
        page.open("svg", "class", kind, "viewBox", box, "preserveAspectRatio", "none", "aria-hidden", "true");
    }

    private void dates(Markup page) {
        page.open("svg", "class", "dates", "aria-hidden", "true");
        int step = monthsApart();
        for (int i = 1; i < days.size(); i++) {
            LocalDate date = days.get(i).date();
            double at = 100.0 * i / days.size();
            if (isFirstOf(i, step) && at > EDGE && at < 100 - EDGE) {
                String text = String.format(Locale.ROOT, "%d-%02d", date.getYear(), date.getMonthValue());
                page.element("text", text, "x", Bar.number(at) + "%", "y", "14", "text-anchor", "middle");
            }
        }
        page.close();
    }

    private int monthsApart() {
        for (int step : MONTHS) {
            int labels = 0;
            for (int i = 1; i < days.size(); i++) {
                labels += isFirstOf(i, step) ? 1 : 0;
            }
            if (labels <= MOST_LABELS) {
                return step;
            }
        }
        return 120;
    }

    /** Whether a day is the first of a period of so many months, counted from the year nought. */
    private boolean isFirstOf(int day, int months) {
        return period(days.get(day).date(), months) != period(days.get(day - 1).date(), months);
    }

    private static int period(LocalDate date, int months) {
        return (date.getYear() * 12 + date.getMonthValue() - 1) / months;
    }

    /** The last changes of the regime, newest first, for those who read it in words. */
    void changes(Markup page, int most) {
        List<Stretch> stretches = history.stretches();
        ReportTable table = new ReportTable("The latest regimes")
                .words("From")
                .words("To")
                .number("Closes")
                .prose("Regime")
                .stacked();
        for (int i = stretches.size() - 1; i >= Math.max(0, stretches.size() - most); i--) {
            Stretch one = stretches.get(i);
            table.row(
                    ReportTable.of(days.get(one.from()).date().toString()),
                    ReportTable.of(days.get(one.until() - 1).date().toString()),
                    ReportTable.of(Integer.toString(one.until() - one.from())),
                    ReportTable.of(one.state()));
        }
        table.write(page);
    }
}
