package io.quanttradingos.api.report;

import java.util.Locale;

/** A value as a bar inside a table's cell; its figure stands beside it, so a reader of texts loses nothing. */
final class Bar {
    private static final double WIDTH = 100;

    private Bar() {}

    /** From zero to a value, on a scale that begins at the lesser of zero and {@code least} and ends at {@code most}. */
    static void write(Markup page, double value, double least, double most) {
        double low = Math.min(0, least);
        double span = Math.max(most - low, Double.MIN_NORMAL);
        double from = (Math.min(0, value) - low) / span * WIDTH;
        double to = (Math.max(0, value) - low) / span * WIDTH;
        begin(page);
        part(page, value < 0 ? "negative-fill" : "accent-fill", from, to);
        page.close();
    }

    /** What is left of one after a factor, and what the factor took. */
    static void step(Markup page, double before, double after) {
        begin(page);
        part(page, "accent-fill", 0, after * WIDTH);
        part(page, "taken", after * WIDTH, before * WIDTH);
        page.close();
    }

    private static void begin(Markup page) {
        page.open(
                "svg",
                "class",
                "bar-picture",
                "viewBox",
                "0 0 100 10",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        part(page, "track", 0, WIDTH);
    }

    private static void part(Markup page, String kind, double from, double to) {
        double start = Math.max(0, Math.min(WIDTH, from));
        double end = Math.max(0, Math.min(WIDTH, to));
        if (end > start) {
            page.shape(
                    "rect", "class", kind, "x", number(start), "y", "0", "width", number(end - start), "height", "10");
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
