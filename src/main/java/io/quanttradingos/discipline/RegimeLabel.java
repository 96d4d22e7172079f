package io.quanttradingos.discipline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A regime's label cut into its segments: {@code Risk-On / Low/Normal Vol / Uptrend} has three.
 *
 * <p>Segments stand apart by a slash with blanks around it; a slash without is part of the segment.
 */
public record RegimeLabel(List<String> segments) {
    private static final Pattern BETWEEN = Pattern.compile("\\s+/\\s+");

    public RegimeLabel {
        segments = List.copyOf(segments);
    }

    /** Reads a label; blanks around it do not count. */
    public static RegimeLabel of(String text) {
        return new RegimeLabel(BETWEEN.splitAsStream(text.strip()).toList());
    }

    /** Whether an entry of a plan is this label, or a leading run of its whole segments: that is what allows it. */
    public boolean isLedBy(RegimeLabel entry) {
        int length = entry.segments.size();
        return length <= segments.size() && segments.subList(0, length).equals(entry.segments);
    }

    /** The same label in lower case, to see whether only that keeps an entry from matching. */
    public RegimeLabel inLowerCase() {
        return new RegimeLabel(
                segments.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList());
    }
}
