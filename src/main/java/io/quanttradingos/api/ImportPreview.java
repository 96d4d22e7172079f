package io.quanttradingos.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /imports/preview} answers: how a file is read, before anything is run on it.
 *
 * @param format null where the reading is not sure of it
 * @param layout null where there is no format, or it is our own
 * @param positions as a statement gives them
 * @param trades round trips, folded from transactions or as the export gives them
 * @param holdings what a decision would be made on
 * @param table the first rows of prices or bars, in our own form; null of other kinds
 * @param questions what has to be answered first; none where the reading is sure
 * @param next what dropping the file would do, as a sentence
 * @param truncated whether a list was cut to its first rows
 */
record ImportPreview(
        @Nullable ImportFormat format,
        @Nullable ImportLayout layout,
        ImportCounts counts,
        List<ImportedPosition> positions,
        List<ImportedTransaction> transactions,
        List<ImportedTrade> trades,
        List<ImportedHolding> holdings,
        @Nullable ImportedTable table,
        List<ImportLeftOut> leftOut,
        List<ImportTotal> totals,
        List<ImportQuestion> questions,
        List<String> warnings,
        String next,
        boolean truncated) {
    /** More rows than anyone reads; the counts are of all of them. */
    static final int MOST_ROWS = 1_000;

    /** A preview without rows of an export: of an unclear one, or of a file in our own form. */
    static ImportPreview withoutRows(
            @Nullable ImportFormat format,
            int rows,
            List<ImportedHolding> holdings,
            List<ImportQuestion> questions,
            List<String> warnings,
            String next) {
        return new ImportPreview(
                format,
                null,
                new ImportCounts(rows, rows, 0),
                List.of(),
                List.of(),
                List.of(),
                ImportPreviews.first(holdings, Function.identity()),
                null,
                List.of(),
                List.of(),
                questions,
                warnings,
                next,
                holdings.size() > MOST_ROWS);
    }

    /**
     * The format that was recognised.
     *
     * @param kind positions, transactions, closed_trades, prices, bars; of our own formats also holdings, trades, journal, plan, job
     */
    @Schema(name = "ImportFormat")
    record ImportFormat(String name, String title, String kind) {}

    /** How the file is laid out. */
    @Schema(name = "ImportLayout")
    record ImportLayout(String encoding, String delimiter, int headerLine, String dateFormat, String decimal) {}

    /** Rows: those taken and those left out, which are all. */
    @Schema(name = "ImportCounts")
    record ImportCounts(int rows, int taken, int leftOut) {}

    /** A position as the statement gives it. */
    @Schema(name = "ImportedPosition")
    record ImportedPosition(
            int line,
            String account,
            String instrument,
            @Nullable String isin,
            String name,
            BigDecimal quantity,
            @Nullable BigDecimal averagePrice,
            @Nullable BigDecimal lastPrice,
            @Nullable BigDecimal marketValue,
            String currency) {}

    /** One line of an account's history. */
    @Schema(name = "ImportedTransaction")
    record ImportedTransaction(
            int line,
            String account,
            LocalDate date,
            @Nullable String time,
            String kind,
            String instrument,
            @Nullable String isin,
            String name,
            BigDecimal quantity,
            @Nullable BigDecimal price,
            String currency,
            BigDecimal fees,
            String feesCurrency,
            @Nullable BigDecimal amount,
            String amountCurrency) {}

    /** A closed trade. */
    @Schema(name = "ImportedTrade")
    record ImportedTrade(
            String instrument,
            String side,
            LocalDate date,
            @Nullable LocalDate exitDate,
            BigDecimal quantity,
            @Nullable BigDecimal entryPrice,
            @Nullable BigDecimal exitPrice,
            @Nullable BigDecimal fees,
            @Nullable BigDecimal result,
            String currency,
            @Nullable Integer entryLine,
            @Nullable Integer exitLine) {}

    /** A row of the holdings that a decision would be made on. */
    @Schema(name = "ImportedHolding")
    record ImportedHolding(
            String symbol, BigDecimal shares, @Nullable BigDecimal avgPrice) {}

    /** Rows in our own form. */
    @Schema(name = "ImportedTable")
    record ImportedTable(List<String> columns, List<List<String>> rows) {}

    /** A row that was read and not taken. */
    @Schema(name = "ImportLeftOut")
    record ImportLeftOut(int line, String text, String why) {}

    /** A total that the export states, beside the sum of its rows. */
    @Schema(name = "ImportTotal")
    record ImportTotal(String what, int line, BigDecimal stated, BigDecimal summed, boolean agrees) {}

    /**
     * What has to be known.
     *
     * @param field the request's field that answers it
     * @param choices what may be answered; empty where any text may
     */
    @Schema(name = "ImportQuestion")
    record ImportQuestion(String field, String sentence, List<String> choices) {}
}
