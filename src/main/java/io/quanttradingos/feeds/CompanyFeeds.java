package io.quanttradingos.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.marketdata.PriceSnapshot;
import io.quanttradingos.sentiment.NewsArticle;
import io.quanttradingos.state.Content;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.DataServiceInsiders;
import io.quanttradingos.upstream.DataServiceNews;
import io.quanttradingos.upstream.FinnhubInsiders;
import io.quanttradingos.upstream.FinnhubNews;
import io.quanttradingos.upstream.FinnhubQuote;
import io.quanttradingos.upstream.Read;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one company: from Finnhub where there is a key for it, else, or where that fails, from the data service. */
public final class CompanyFeeds {
    private static final String NEWS = "news";
    private static final String INSIDERS = "insider_transactions";
    private static final String QUOTE = "quote";

    private final UpstreamCalls calls;
    private final boolean hasDataService;

    /** @param hasDataService whether the data service's address is set */
    public CompanyFeeds(UpstreamCalls calls, boolean hasDataService) {
        this.calls = calls;
        this.hasDataService = hasDataService;
    }

    /**
     * What is wanted.
     *
     * @param day the last day that counts
     * @param days how many days up to it
     * @param today the day of asking, in UTC
     * @param finnhub null where no key is known
     */
    public record Wanted(
            Symbol symbol,
            LocalDate day,
            int days,
            LocalDate today,
            @Nullable AccessKey finnhub) {
        LocalDate from() {
            return day.minusDays(days - 1L);
        }

        /** How far back from today the first day is, today counted. */
        int daysToToday() {
            return Math.toIntExact(ChronoUnit.DAYS.between(from(), today) + 1);
        }
    }

    /** Reads an answer. */
    @FunctionalInterface
    private interface Reader<T> {
        Read<T> of(JsonNode answer);
    }

    /** One way to hear of something. */
    private record Way<T>(Call call, Reader<T> reader) {}

    /**
     * The articles about a company.
     *
     * @throws Refusal where nobody can be asked, nobody knows the company, or who should know failed
     */
    public Heard<List<NewsArticle>> news(Wanted wanted, Budget budget) {
        String path = FinnhubNews.pathOf(wanted.symbol(), wanted.from(), wanted.day());
        String other = DataServiceNews.pathOf(wanted.symbol(), wanted.daysToToday());
        return heard(
                NEWS,
                wanted,
                ways(wanted, NEWS, path, FinnhubNews::articles, other, DataServiceNews::articles),
                budget);
    }

    /** The reports of a company's insiders, as {@link #news}. */
    public Heard<List<InsiderTransaction>> insiders(Wanted wanted, Budget budget) {
        String path = FinnhubInsiders.pathOf(wanted.symbol(), wanted.from(), wanted.day());
        String other = DataServiceInsiders.pathOf(wanted.symbol(), wanted.daysToToday());
        return heard(
                INSIDERS,
                wanted,
                ways(wanted, INSIDERS, path, FinnhubInsiders::transactions, other, DataServiceInsiders::transactions),
                budget);
    }

    /**
     * The price of now, where Finnhub may be asked.
     *
     * @return empty where there is no key, or Finnhub does not know the symbol
     */
    public Optional<Heard<PriceSnapshot>> quote(Wanted wanted, Budget budget) {
        if (wanted.finnhub() == null) {
            return Optional.empty();
        }
        Call call = Call.get(
                UpstreamService.FINNHUB,
                QUOTE + " " + wanted.symbol(),
                wanted.day(),
                FinnhubQuote.pathOf(wanted.symbol()),
                wanted.finnhub());
        return calls.ask(call, budget)
                .flatMap(served ->
                        FinnhubQuote.snapshot(served.body()).map(quote -> heard(QUOTE, call, served, 1, 0, quote)));
    }

    private <T> List<Way<T>> ways(
            Wanted wanted, String part, String finnhubPath, Reader<T> finnhub, String otherPath, Reader<T> other) {
        String subject = part + " " + wanted.symbol();
        List<Way<T>> ways = new ArrayList<>();
        if (wanted.finnhub() != null) {
            ways.add(new Way<>(
                    Call.get(UpstreamService.FINNHUB, subject, wanted.day(), finnhubPath, wanted.finnhub()), finnhub));
        }
        if (hasDataService) {
            ways.add(new Way<>(Call.get(UpstreamService.DATA_SERVICE, subject, wanted.day(), otherPath, null), other));
        }
        if (ways.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.KEY_MISSING,
                    part.replace('_', ' ') + " need a key for Finnhub (finnhub_key in the request, or"
                            + " FINNHUB_API_KEY) or the data service (DATA_SERVICE_URL)",
                    List.of(),
                    null);
        }
        return ways;
    }

    private <T> Heard<List<T>> heard(String part, Wanted wanted, List<Way<T>> ways, Budget budget) {
        Refusal failed = null;
        for (Way<T> way : ways) {
            try {
                Optional<Served> served = calls.ask(way.call(), budget);
                if (served.isPresent()) {
                    Read<T> read = way.reader().of(served.get().body());
                    return heard(part, way.call(), served.get(), read.rows().size(), read.skipped(), read.rows());
                }
            } catch (Refusal refusal) {
                failed = failed == null ? refusal : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
        throw Refusal.notUsable("no source knows " + part.replace('_', ' ') + " of " + wanted.symbol());
    }

    private static <T> Heard<T> heard(String part, Call call, Served served, int rows, int skipped, T value) {
        return new Heard<>(
                part,
                call.service().code(),
                served.day(),
                served.at(),
                served.origin(),
                rows,
                skipped,
                Content.of(served.body().toString().getBytes(StandardCharsets.UTF_8)),
                value);
    }

    /** Reads recorded news again. */
    public static Read<NewsArticle> news(String source, JsonNode answer) {
        return isFinnhub(source) ? FinnhubNews.articles(answer) : DataServiceNews.articles(answer);
    }

    /** Reads recorded insiders' reports again. */
    public static Read<InsiderTransaction> insiders(String source, JsonNode answer) {
        return isFinnhub(source) ? FinnhubInsiders.transactions(answer) : DataServiceInsiders.transactions(answer);
    }

    private static boolean isFinnhub(String source) {
        return source.equals(UpstreamService.FINNHUB.code());
    }
}
