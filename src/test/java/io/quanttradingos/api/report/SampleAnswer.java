package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Answers of {@code /backtest} made up by a seed: a random walk that is held now and then, told as a run would be. */
final class SampleAnswer {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Runs as a script, as an image's handler, and through an entity, wherever it becomes markup. */
    static final String ATTACK = "</script><script>window.attacked=1</script><img src=x onerror=\"window.attacked=1\">"
            + "<b class=\"attack\">&amp;&lt;\u2028\u2029'`${window.attacked=1}";

    private static final double CASH = 100_000;
    private static final int WINDOW = 126;

    private final int bars;
    private final SplittableRandom random;
    private final List<LocalDate> days = new ArrayList<>();
    private final double[] close;
    private final double[] equity;
    private final ObjectNode answer;

    private SampleAnswer(int bars, long seed) {
        this.bars = bars;
        this.random = new SplittableRandom(seed);
        this.close = new double[bars];
        this.equity = new double[bars];
        this.answer = template();
    }

    /** A whole answer: the figures that a reader looks at are those of its own series, the rest is from a template. */
    static ObjectNode whole(int bars, int trades, long seed) {
        SampleAnswer sample = new SampleAnswer(bars, seed);
        sample.walk();
        sample.trade(trades);
        sample.tellMetrics();
        sample.tellSeries();
        sample.tellMonths();
        return sample.answer;
    }

    /** What a run without a trade says: nulls where nothing can be computed, and lists that are empty. */
    static ObjectNode empty() {
        return resource("empty-answer.json");
    }

    /** Markup in every string, times included, and in the names of a parameter and a convention. */
    static ObjectNode hostile() {
        ObjectNode answer = whole(200, 10, 5);
        poison(answer);
        answer.withObject("/parameters").put(ATTACK, ATTACK);
        answer.withObject("/conventions").put(ATTACK, ATTACK);
        return answer;
    }

    /** Adds markup to every string inside. */
    static void poison(ContainerNode<?> node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> poisoned(object.get(name)).ifPresent(text -> object.put(name, text)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int place = i;
                poisoned(array.get(i))
                        .ifPresent(
                                text -> array.set(place, JSON.getNodeFactory().textNode(text)));
            }
        }
    }

    private static Optional<String> poisoned(JsonNode child) {
        if (child instanceof ContainerNode<?> container) {
            poison(container);
        }
        return child.isTextual() ? Optional.of(child.asText() + ATTACK) : Optional.empty();
    }

    private static ObjectNode template() {
        return resource("sample-answer.json");
    }

    private static ObjectNode resource(String name) {
        try (InputStream in = SampleAnswer.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk() {
        LocalDate day = LocalDate.of(2014, 1, 2);
        double price = 80;
        for (int bar = 0; bar < bars; bar++) {
            while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                day = day.plusDays(1);
            }
            days.add(day);
            day = day.plusDays(1);
            double wildness = 0.007 + 0.006 * Math.pow(Math.sin(bar / 310.0), 2);
            price *= 1 + 0.0004 + wildness * (normal() + (random.nextInt(90) == 0 ? 3 * normal() : 0));
            close[bar] = Math.round(price * 100) / 100.0;
        }
    }

    private double normal() {
        return random.doubles(12).sum() - 6;
    }

    private void trade(int trades) {
        Arrays.fill(equity, CASH);
        ArrayNode rows = answer.putArray("trades");
        int stretch = bars / Math.max(1, trades);
        double cash = CASH;
        for (int trade = 0; trade < trades; trade++) {
            int entry = trade * stretch + random.nextInt(stretch / 4 + 1);
            int exit = Math.min(bars - 1, entry + 1 + random.nextInt(stretch / 2 + 1));
            boolean right = random.nextInt(100) < 57;
            double side = close[exit] >= close[entry] == right ? 1 : -1;
            double shares = Math.floor(cash * 0.9 / close[entry]);
            for (int bar = entry; bar < bars; bar++) {
                equity[bar] =
                        cash + side * shares * (close[Math.min(bar, exit)] - close[entry]) - (bar < exit ? 9 : 18);
            }
            cash = equity[exit];
            rows.add(row(entry, exit, side, shares));
        }
    }

    private ObjectNode row(int entry, int exit, double side, double shares) {
        double moved = side * (close[exit] / close[entry] - 1);
        double worst = 0;
        double best = 0;
        for (int bar = entry; bar <= exit; bar++) {
            worst = Math.min(worst, side * (close[bar] / close[entry] - 1));
            best = Math.max(best, side * (close[bar] / close[entry] - 1));
        }
        ObjectNode row = JSON.createObjectNode();
        row.put("symbol", "DEMO").put("side", side > 0 ? "long" : "short").put("shares", shares);
        row.put("entry_time", days.get(entry).toString())
                .put("exit_time", days.get(exit).toString());
        row.put("entry_price", close[entry]).put("exit_price", close[exit]);
        row.put("profit", moved * shares * close[entry] - 18)
                .put("return_pct", moved * 100)
                .put("costs", 18.0);
        return row.put("bars", exit - entry).put("mae_pct", worst * 100).put("mfe_pct", best * 100);
    }

    private void tellMetrics() {
        ObjectNode metrics = answer.withObject("/metrics");
        double last = equity[bars - 1];
        double made = (last / CASH - 1) * 100;
        metrics.put("initial_value", CASH).put("final_value", last).put("total_pnl", last - CASH);
        metrics.put("total_return_pct", made).put("bars", bars);
        metrics.put("first_bar", days.get(0).toString())
                .put("last_bar", days.get(bars - 1).toString());
        metrics.put("cagr", (Math.pow(last / CASH, 252.0 / bars) - 1) * 100);
        tellMoments(metrics);
        tellFall(metrics);
        double held = (close[bars - 1] / close[0] - 1) * 100;
        answer.withObject("/benchmark").put("return_pct", held).put("excess_return_pct", made - held);
        answer.put("num_trades", answer.get("trades").size());
        answer.withObject("/trade_statistics")
                .put("trades", answer.get("trades").size());
        answer.withObject("/data")
                .put("bars", bars)
                .put("last", days.get(bars - 1).toString());
    }

    private void tellMoments(ObjectNode metrics) {
        double[] returns = new double[bars - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i + 1] / equity[i] - 1;
        }
        double mean = Arrays.stream(returns).average().orElseThrow();
        double deviation = Math.sqrt(moment(returns, mean, 2));
        metrics.put("volatility", deviation * Math.sqrt(252)).put("sharpe_ratio", mean / deviation * Math.sqrt(252));
        metrics.put("skewness", moment(returns, mean, 3) / Math.pow(deviation, 3));
        metrics.put("kurtosis", moment(returns, mean, 4) / Math.pow(deviation, 4));
        metrics.put("best_bar_return", Arrays.stream(returns).max().orElseThrow());
        metrics.put("worst_bar_return", Arrays.stream(returns).min().orElseThrow());
    }

    private static double moment(double[] values, double mean, int power) {
        return Arrays.stream(values)
                .map(value -> Math.pow(value - mean, power))
                .average()
                .orElseThrow();
    }

    private void tellFall(ObjectNode metrics) {
        double[] under = drawdowns();
        int trough = 0;
        for (int bar = 0; bar < bars; bar++) {
            trough = under[bar] < under[trough] ? bar : trough;
        }
        int peak = trough;
        while (peak > 0 && under[peak] < 0) {
            peak--;
        }
        int back = trough;
        while (back < bars && under[back] < 0) {
            back++;
        }
        metrics.put("max_drawdown_pct", -under[trough]);
        ObjectNode dates = metrics.putObject("max_drawdown_pct_dates");
        dates.put("peak", days.get(peak).toString())
                .put("trough", days.get(trough).toString());
        dates.put("recovery", back < bars ? days.get(back).toString() : null);
    }

    private void tellSeries() {
        ObjectNode series = answer.putObject("series");
        ArrayNode times = series.putArray("times");
        days.forEach(day -> times.add(day.toString()));
        double[] held =
                Arrays.stream(close).map(price -> CASH * price / close[0]).toArray();
        put(series, "equity", equity);
        put(series, "benchmark", held);
        put(series, "drawdown_pct", drawdowns());
        put(series, "close", close);
        put(series, "rolling_sharpe", rolling(true));
        put(series, "rolling_volatility", rolling(false));
        series.put("window", WINDOW);
    }

    private static void put(ObjectNode series, String name, double[] values) {
        ArrayNode array = series.putArray(name);
        for (double value : values) {
            if (Double.isNaN(value)) {
                array.addNull();
            } else {
                array.add(value);
            }
        }
    }

    private double[] drawdowns() {
        double[] under = new double[bars];
        double high = CASH;
        for (int bar = 0; bar < bars; bar++) {
            high = Math.max(high, equity[bar]);
            under[bar] = (equity[bar] / high - 1) * 100;
        }
        return under;
    }

    private double[] rolling(boolean sharpe) {
        double[] values = new double[bars];
        Arrays.fill(values, Double.NaN);
        for (int bar = WINDOW; bar < bars; bar++) {
            double sum = 0;
            double squares = 0;
            for (int i = bar - WINDOW + 1; i <= bar; i++) {
                double made = equity[i] / equity[i - 1] - 1;
                sum += made;
                squares += made * made;
            }
            double mean = sum / WINDOW;
            double deviation = Math.sqrt(Math.max(0, squares / WINDOW - mean * mean));
            double ratio = deviation > 0 ? mean / deviation * Math.sqrt(252) : Double.NaN;
            values[bar] = sharpe ? ratio : deviation * Math.sqrt(252);
        }
        return values;
    }

    private void tellMonths() {
        ArrayNode years = answer.putArray("monthly_returns");
        double before = CASH;
        double yearBefore = CASH;
        for (int bar = 0; bar < bars; bar++) {
            LocalDate day = days.get(bar);
            if (years.isEmpty() || years.get(years.size() - 1).get("year").asInt() != day.getYear()) {
                ArrayNode months = years.addObject().put("year", day.getYear()).putArray("months");
                for (int month = 0; month < 12; month++) {
                    months.addNull();
                }
                yearBefore = before;
            }
            if (bar == bars - 1 || days.get(bar + 1).getMonth() != day.getMonth()) {
                ObjectNode year = (ObjectNode) years.get(years.size() - 1);
                ((ArrayNode) year.get("months"))
                        .set(day.getMonthValue() - 1, JSON.getNodeFactory().numberNode(equity[bar] / before - 1));
                year.put("total", equity[bar] / yearBefore - 1);
                before = equity[bar];
            }
        }
    }
}
