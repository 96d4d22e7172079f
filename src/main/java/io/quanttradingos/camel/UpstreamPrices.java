package io.quanttradingos.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.backtest.BacktestQuestion;
import io.quanttradingos.backtest.BarSource;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarCsv;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceCsv;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.MissingPrices;
import io.quanttradingos.state.Content;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.DataService;
import io.quanttradingos.upstream.YahooChart;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the configured services for closes the price file does not have, through the {@code fetch-json} route. */
public final class UpstreamPrices implements MissingPrices, BarSource {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamPrices.class);
    private static final int NOT_FOUND = 404;

    private final List<Service> services;
    private final Duration timeout;
    private final Supplier<ProducerTemplate> routes;
    private final InstantSource clock;

    private interface PathOf {
        String of(Symbol symbol, LocalDate from, LocalDate to);
    }

    private interface ClosesOf {
        PriceTable of(Symbol symbol, JsonNode answer);
    }

    private interface BarsOf {
        Bars of(Symbol symbol, JsonNode answer);
    }

    /** A service with its address. */
    public static final class Service {
        private final String name;
        private final String baseUrl;
        private final PathOf path;
        private final ClosesOf closes;
        private final BarsOf bars;

        private Service(String name, String baseUrl, PathOf path, ClosesOf closes, BarsOf bars) {
            this.name = name;
            this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
            this.path = path;
            this.closes = closes;
            this.bars = bars;
        }

        /** The data-ingestion service at an address. */
        public static Service dataService(String baseUrl) {
            return new Service("data_service", baseUrl, DataService::pathOf, DataService::closes, DataService::bars);
        }

        /** Yahoo's chart service at an address. */
        public static Service yahoo(String baseUrl) {
            return new Service("yahoo", baseUrl, YahooChart::pathOf, YahooChart::closes, YahooChart::bars);
        }
    }

    /**
     * Wires it.
     *
     * @param services asked in this order
     * @param timeout the whole time that one of them may take
     */
    public UpstreamPrices(
            List<Service> services, Duration timeout, Supplier<ProducerTemplate> routes, InstantSource clock) {
        this.services = List.copyOf(services);
        this.timeout = timeout;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public List<Input<PriceTable>> closes(List<Symbol> symbols, LocalDate from, LocalDate to) {
        List<Input<PriceTable>> found = new ArrayList<>();
        for (Symbol symbol : symbols) {
            first(symbol, from, to).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Input<PriceTable>> first(Symbol symbol, LocalDate from, LocalDate to) {
        for (Service service : services) {
            Optional<JsonNode> answer = ask(service, service.path.of(symbol, from, to));
            if (answer.isPresent()) {
                PriceTable table = service.closes.of(symbol, answer.get()).until(to);
                if (table.rows() > 0) {
                    Content content = Content.of(PriceCsv.write(table));
                    return Optional.of(
                            new Input<>("fetched " + symbol + " from " + service.name, content, table.rows(), table));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Input<BarFile> bars(BacktestQuestion.DataSource source, Symbol symbol, String period) {
        String name = source.name().toLowerCase(Locale.ROOT);
        Service service = services.stream()
                .filter(known -> known.name.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notUsable("data_source " + name + " is not set up: "
                                + (name.equals("yahoo") ? "YAHOO_BASE_URL" : "DATA_SERVICE_URL")
                                + " names its address, and QTOS_PRICE_SOURCES must list it")
                        .about("data_source"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        JsonNode answer = ask(service, service.path.of(symbol, from(today, period), today))
                .orElseThrow(() -> Refusal.notFound(name + " has no bars of " + symbol));
        Bars bars = service.bars.of(symbol, answer);
        if (bars.rows() == 0) {
            throw Refusal.notFound(name + " has no bars of " + symbol + " for the period " + period);
        }
        BarFile file = new BarFile(List.of(bars), List.of(), bars.rows());
        return new Input<>("fetched " + symbol + " from " + name, Content.of(BarCsv.write(bars)), bars.rows(), file);
    }

    /** The first day of a period such as 6mo or 1y. */
    private static LocalDate from(LocalDate today, String period) {
        if (period.equals("max")) {
            return LocalDate.EPOCH;
        }
        int count = Integer.parseInt(period.replaceAll("[^0-9]", ""));
        return period.endsWith("mo") ? today.minusMonths(count) : today.minusYears(count);
    }

    private Optional<JsonNode> ask(Service service, String path) {
        long begun = System.nanoTime();
        try {
            Exchange answer = routes.get().request("direct:fetch-json", exchange -> {
                exchange.getMessage().setHeader(Exchange.HTTP_URI, service.baseUrl + path);
                exchange.getMessage().setHeader(Exchange.HTTP_METHOD, "GET");
            });
            Exception failure = answer.getException();
            if (failure instanceof UnknownThere) {
                return Optional.empty();
            }
            if (failure != null) {
                throw failed(service, failure, begun);
            }
            return Optional.ofNullable(answer.getMessage().getBody(JsonNode.class));
        } catch (CamelExecutionException e) {
            throw failed(service, e.getCause() == null ? e : e.getCause(), begun);
        }
    }

    /** A service that says it does not know what it was asked for. */
    private static final class UnknownThere extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A service that answered, but not with success. */
    private static final class Unsuccessful extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unsuccessful(int status) {
            super("status " + status);
        }
    }

    /** The route's step after the answer: goes on only with a success. */
    public void requireSuccess(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == NOT_FOUND) {
            throw new UnknownThere();
        }
        if (status / 100 != 2) {
            throw new Unsuccessful(status);
        }
    }

    private Refusal failed(Service service, Throwable failure, long begun) {
        LOG.warn("{} could not be asked for prices: {}", service.name, failure.toString());
        if (failure instanceof SocketTimeoutException || System.nanoTime() - begun >= timeout.toNanos()) {
            return new Refusal(
                    Refusal.Kind.UPSTREAM_TIMED_OUT, service.name + " did not answer in time", List.of(), null);
        }
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        return new Refusal(Refusal.Kind.UPSTREAM_FAILED, service.name + why(failure), List.of(), null);
    }

    private static String why(Throwable failure) {
        if (failure instanceof Unsuccessful) {
            return " answered with " + failure.getMessage();
        }
        boolean unreadable = failure instanceof JsonProcessingException || !(failure instanceof IOException);
        return unreadable ? " gave an answer that is not understood" : " could not be reached";
    }
}
