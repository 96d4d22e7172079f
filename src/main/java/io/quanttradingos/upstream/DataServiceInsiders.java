package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The insider transactions of a company by the data-ingestion service.
 *
 * <p>{@code GET /insider/TSLA?days=180&limit=1000}. Accepted are an array, or {@code {"symbol":…,"count":…,"data":[…]}}, in any
 * order. Of each row are read, the first name that is there:
 *
 * <ul>
 *   <li>{@code name}, {@code insider_name}, {@code reporting_name} or {@code reportingName}
 *   <li>{@code transaction_date} or {@code transactionDate}, else {@code date}; {@code filing_date} or {@code filingDate}, which
 *       may be absent
 *   <li>{@code transaction_code}, {@code transactionCode}, {@code code}, {@code transaction_type} or {@code transactionType}: a
 *       letter of the form, or that letter with its meaning behind it, {@code S-Sale}
 *   <li>{@code change} or {@code share_change}, negative where the holding fell; else {@code shares}, {@code quantity} or {@code
 *       securitiesTransacted}: below 0 as {@code change}, otherwise its sign is that of {@code acquired_disposed}, {@code
 *       acquisition_or_disposition} or {@code acquisitionOrDisposition} (A or D), else that of the code, and where the code may be
 *       either the row is skipped
 *   <li>{@code price}, {@code transaction_price} or {@code transactionPrice}; 0 is none
 *   <li>{@code shares_after}, {@code sharesAfter}, {@code share} or {@code securitiesOwned}, the holding afterwards
 *   <li>{@code is_derivative}, {@code isDerivative} or {@code derivative}
 * </ul>
 *
 * A row without a name, a transaction date or a change is skipped.
 */
public final class DataServiceInsiders {
    private DataServiceInsiders() {}

    /**
     * The path and query to ask with.
     *
     * @param days counted back from the service's own today
     */
    public static String pathOf(Symbol symbol, int days) {
        return "/insider/" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8) + "?days=" + days + "&limit="
                + DataService.MOST_LATEST_ROWS;
    }

    /** The transactions of an answer. */
    public static Read<InsiderTransaction> transactions(JsonNode answer) {
        return Read.each(DataService.TITLE, DataService.rows(answer), DataServiceInsiders::transaction);
    }

    private static Optional<InsiderTransaction> transaction(JsonNode row) {
        String name = StrangerText.of(
                Fields.first(row, "name", "insider_name", "reporting_name", "reportingName"),
                StrangerText.LONGEST_NAME);
        String code = InsiderFields.code(Fields.first(
                row, "transaction_code", "transactionCode", "code", "transaction_type", "transactionType"));
        double change = change(row, code);
        if (name.isEmpty() || Double.isNaN(change)) {
            return Optional.empty();
        }
        return Fields.date(Fields.first(row, "transaction_date", "transactionDate", "date"))
                .map(date -> new InsiderTransaction(
                        name,
                        date,
                        Fields.date(Fields.first(row, "filing_date", "filingDate"))
                                .orElse(null),
                        code,
                        change,
                        InsiderFields.holding(
                                Fields.first(row, "shares_after", "sharesAfter", "share", "securitiesOwned")),
                        Fields.price(Fields.first(row, "price", "transaction_price", "transactionPrice")),
                        Fields.first(row, "is_derivative", "isDerivative", "derivative")
                                .asBoolean(false)));
    }

    private static double change(JsonNode row, String code) {
        JsonNode signed = Fields.first(row, "change", "share_change");
        if (!signed.isMissingNode()) {
            return InsiderFields.shares(signed);
        }
        double shares = InsiderFields.shares(Fields.first(row, "shares", "quantity", "securitiesTransacted"));
        String disposed = Fields.first(
                        row, "acquired_disposed", "acquisition_or_disposition", "acquisitionOrDisposition")
                .asText("");
        return shares < 0 ? shares : InsiderFields.signed(shares, disposed.strip(), code);
    }
}
