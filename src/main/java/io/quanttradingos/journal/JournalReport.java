package io.quanttradingos.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a journal of closed trades comes to.
 *
 * @param findings what to look at, each with the figure it rests on
 * @param conventions how the figures were defined
 * @param warnings what the figures do not show, one sentence each
 */
public record JournalReport(
        JournalMetrics metrics, List<JournalFinding> findings, Map<String, String> conventions, List<String> warnings) {
    public JournalReport {
        findings = List.copyOf(findings);
        conventions = Collections.unmodifiableMap(new LinkedHashMap<>(conventions));
        warnings = List.copyOf(warnings);
    }

    /** The same with sentences on the file it rests on, before its own. */
    public JournalReport noticed(List<String> notices) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(warnings);
        return new JournalReport(metrics, findings, conventions, all);
    }
}
