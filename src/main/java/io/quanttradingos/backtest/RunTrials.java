package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.ReturnSample;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.state.ContentDigest;
import io.quanttradingos.state.Trial;
import io.quanttradingos.state.TrialDigest;
import io.quanttradingos.state.TrialFamily;
import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run counts as: one trial for each configuration that was tried, in the name of its caller. */
final class RunTrials {
    private RunTrials() {}

    static TrialFamily family(Ran ran) {
        Prepared prepared = ran.prepared();
        return new TrialFamily(
                prepared.question().caller(),
                prepared.market().symbols().stream().map(Symbol::text).collect(Collectors.joining(",")),
                prepared.parameters().kind().name());
    }

    static List<Trial> of(Ran ran) {
        List<Trial> trials = new ArrayList<>();
        ran.search()
                .ifPresent(search -> search.eachTrial(
                        (parameters, sample) -> trials.add(trial(ran.prepared(), parameters, sample))));
        trials.add(
                trial(ran.prepared(), ran.prepared().parameters(), ran.curve().sample(0)));
        return trials;
    }

    private static Trial trial(Prepared prepared, Parameters parameters, ReturnSample sample) {
        Market market = prepared.market();
        return new Trial(
                digest(prepared, parameters),
                sample.sharpePerBar(),
                sample.returns(),
                sample.skewness(),
                sample.kurtosis(),
                date(market, 0),
                date(market, market.rows() - 1),
                prepared.at());
    }

    /** Of everything that was chosen: numbers as such, so that their digest does not hang on how they are written. */
    private static String digest(Prepared prepared, Parameters parameters) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        SortedMap<String, String> words = new TreeMap<>();
        part("parameters", parameters.asMap(), numbers, words);
        part("settings", SettingsUsed.of(prepared), numbers, words);
        words.put("start", String.valueOf(prepared.question().bars().start()));
        words.put("end", String.valueOf(prepared.question().bars().end()));
        String shared = ContentDigest.sha256(words.toString().getBytes(StandardCharsets.UTF_8));
        return TrialDigest.of(shared, numbers);
    }

    private static void part(
            String name, Object value, SortedMap<String, Double> numbers, SortedMap<String, String> words) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> part(name + "." + key, inner, numbers, words));
        } else if (value instanceof Number number) {
            numbers.put(name, number.doubleValue());
        } else {
            words.put(name, value.toString());
        }
    }

    private static LocalDate date(Market market, int row) {
        return LocalDate.ofInstant(market.time(row), ZoneOffset.UTC);
    }
}
