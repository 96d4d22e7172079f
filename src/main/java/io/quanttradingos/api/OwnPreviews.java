package io.quanttradingos.api;

import io.quanttradingos.api.ImportPreview.ImportFormat;
import io.quanttradingos.api.ImportPreview.ImportedHolding;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.BarOptions;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Recognised;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.OnBadRow;
import io.quanttradingos.portfolio.Holding;
import io.quanttradingos.units.Symbol;
import java.math.BigDecimal;
import java.util.List;

/** The preview of a file in our own form: it is read as it will be, and what its reader says stands. */
final class OwnPreviews {
    private static final Symbol OF_FILE = Symbol.of("BARS");
    private static final BarOptions AS_THEY_COME = new BarOptions(null, OnBadRow.REJECT, false);

    private OwnPreviews() {}

    static ImportPreview of(Inputs inputs, Source file, Recognised.Own own, List<String> notices) {
        return switch (own.kind()) {
            case HOLDINGS -> holdings(inputs, file, notices);
            case WIDE_PRICES, LONG_PRICES ->
                preview(
                        "prices",
                        inputs.prices("path", file, null).rows(),
                        notices,
                        "its closes join the price table, and a decision is made on it");
            case TRADES ->
                preview(
                        "trades",
                        inputs.trades("path", file).rows(),
                        notices,
                        "its trades are judged by the current plan");
            case JOURNAL ->
                preview(
                        "journal",
                        inputs.journal("path", file).rows(),
                        notices,
                        "its trades are reviewed as a trade journal");
            case OHLCV ->
                preview(
                        "bars",
                        inputs.bars("path", file, OF_FILE, AS_THEY_COME).rows(),
                        notices,
                        "its bars are backtested, bought and held");
            case PLAN_JSON -> preview("plan", 1, notices, "it becomes the current plan");
            case JOB_JSON -> preview("job", 1, notices, "the request in it is run");
            case UNKNOWN ->
                throw Refusal.invalid(List.of(new InputProblem(
                        file.name(),
                        null,
                        null,
                        "is not prices, bars, holdings, trades, a journal, a plan, a job or an export of a known format: "
                                + own.reason())));
        };
    }

    private static ImportPreview holdings(Inputs inputs, Source file, List<String> notices) {
        List<ImportedHolding> holdings = inputs.holdings("path", file).value().positions().stream()
                .map(OwnPreviews::held)
                .toList();
        return preview(
                "holdings",
                holdings.size(),
                holdings,
                notices,
                "they become the current ones, and a decision is made on them");
    }

    private static ImportedHolding held(Holding holding) {
        Double price = holding.averagePrice();
        return new ImportedHolding(
                holding.symbol().text(),
                ImportRows.plain(BigDecimal.valueOf(holding.shares())),
                price == null ? null : ImportRows.plain(BigDecimal.valueOf(price)));
    }

    private static ImportPreview preview(String kind, int rows, List<String> notices, String becomes) {
        return preview(kind, rows, List.of(), notices, becomes);
    }

    private static ImportPreview preview(
            String kind, int rows, List<ImportedHolding> holdings, List<String> notices, String becomes) {
        return ImportPreview.withoutRows(
                new ImportFormat("own", "our own form: " + kind, kind),
                rows,
                holdings,
                List.of(),
                notices,
                "Dropped, " + becomes + ".");
    }
}
