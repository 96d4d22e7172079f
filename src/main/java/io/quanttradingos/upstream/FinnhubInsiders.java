package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.units.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The insider transactions of a company by Finnhub.
 *
 * <p>{@code GET /stock/insider-transactions?symbol=TSLA&from=2021-01-01&to=2021-06-30} answers {@code {"data":[{"name":…,
 * "share":57234,"change":-1250,"filingDate":"2021-03-19","transactionDate":"2021-03-17","transactionCode":"S",
 * "transactionPrice":655.81}],"symbol":"TSLA"}}: {@code share} is the holding afterwards, {@code change} is negative where it
 * fell, a price of 0 is none. {@code transactionCode}, {@code filingDate} and {@code isDerivative} may be absent. A row
 * without a name, a transaction date or a change is skipped.
 */
public final class FinnhubInsiders {
    private static final String SERVICE = "Finnhub";

    private FinnhubInsiders() {}

    /** The path and query to ask with; both days are included. */
    public static String pathOf(Symbol symbol, LocalDate from, LocalDate to) {
        return "/stock/insider-transactions?symbol=" + URLEncoder.encode(symbol.text(), StandardCharsets.UTF_8)
                + "&from=" + from + "&to=" + to;
    }

    /** The transactions of an answer. */
    public static Read<InsiderTransaction> transactions(JsonNode answer) {
        return Read.each(SERVICE, answer.path("data"), FinnhubInsiders::transaction);
    }

    private static Optional<InsiderTransaction> transaction(JsonNode row) {
        String name = StrangerText.of(row.path("name"), StrangerText.LONGEST_NAME);
        double change = InsiderFields.shares(row.path("change"));
        if (name.isEmpty() || Double.isNaN(change)) {
            return Optional.empty();
        }
        return Fields.date(row.path("transactionDate"))
                .map(date -> new InsiderTransaction(
                        name,
                        date,
                        Fields.date(row.path("filingDate")).orElse(null),
                        InsiderFields.code(row.path("transactionCode")),
                        change,
                        InsiderFields.holding(row.path("share")),
                        Fields.price(row.path("transactionPrice")),
                        row.path("isDerivative").asBoolean(false)));
    }
}
