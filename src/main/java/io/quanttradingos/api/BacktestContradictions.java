package io.quanttradingos.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Fields of a backtest that cannot both mean something: refused or told, so that none is left aside in silence. */
final class BacktestContradictions {
    /** What the original's definitions know, and what is said of the request rather than of the run. */
    private static final Set<String> OF_SEED = Set.of(
            "symbol",
            "data_source",
            "csv_path",
            "initial_cash",
            "quantity",
            "strategy_type",
            "period",
            "bars",
            "caller",
            "conventions",
            "report");

    private static final String NOT_OF_SEED =
            "means nothing under conventions seed, which has the original's fields alone";

    private BacktestContradictions() {}

    /**
     * Refuses what cannot be meant.
     *
     * @param notices takes a sentence for what the original left aside and its clients may still send
     */
    static void check(FieldChecks check, RequestData request, BacktestBody body, List<String> notices) {
        if ("seed".equals(body.conventions())) {
            ofSeed(check, request, body);
        }
        String source = body.dataSource();
        if (source != null && !source.equals("csv")) {
            ofService(check, request, body, source, notices);
        }
    }

    private static void ofSeed(FieldChecks check, RequestData request, BacktestBody body) {
        if ("html".equals(body.report())) {
            check.wrong("report", "html is not there for conventions seed, whose answer is the original's");
        }
        ObjectNode given = Json.mapper().valueToTree(body);
        given.properties().forEach(field -> {
            if (!field.getValue().isNull() && !OF_SEED.contains(field.getKey())) {
                check.wrong(field.getKey(), NOT_OF_SEED);
            }
        });
        if (request.files().containsKey("prices_file")) {
            check.wrong("prices_file", NOT_OF_SEED);
        }
    }

    private static void ofService(
            FieldChecks check, RequestData request, BacktestBody body, String source, List<String> notices) {
        if (body.bars() != null && !body.bars().isNull()) {
            check.wrong("bars", "cannot be given where data_source is " + source);
        }
        if (request.files().containsKey("csv_file")) {
            check.wrong("csv_file", "cannot be given where data_source is " + source);
        }
        if (body.csvPath() != null && !body.csvPath().isBlank()) {
            notices.add("csv_path was left aside: the bars come from " + source + ".");
        }
        boolean isAdjusted = source.equals("yahoo");
        if (body.adjusted() != null && body.adjusted() != isAdjusted) {
            notices.add("adjusted was left aside: the bars of " + source + " are " + (isAdjusted ? "always" : "never")
                    + " adjusted here.");
        }
    }
}
