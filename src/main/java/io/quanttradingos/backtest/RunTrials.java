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
    private final Ran ran;
    private final Prepared prepared;
    private final double riskFree;
    private final SortedMap<String, Double> sharedNumbers = new TreeMap<>();
    private final SortedMap<String, String> sharedWords = new TreeMap<>();

    /** @param riskFree a year's riskless return, as a fraction */
    RunTrials(Ran ran, double riskFree) {
        this.ran = ran;
        this.prepared = ran.prepared();
        this.riskFree = riskFree;
        part("settings", SettingsUsed.of(prepared), sharedNumbers, sharedWords);
        sharedWords.put("start", String.valueOf(prepared.question().bars().start()));
        sharedWords.put("end", String.valueOf(prepared.question().bars().end()));
    }

    TrialFamily family() {
        return new TrialFamily(
                prepared.question().caller(),
                prepared.market().symbols().stream().map(Symbol::text).collect(Collectors.joining(",")),
                prepared.parameters().kind().name());
    }

    /** All that was tried; the configuration the run is about comes last and, being tried in a sweep too, counts once. */
    List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        ran.search()
                .ifPresent(search -> search.eachTrial((parameters, sample) -> trials.add(trial(parameters, sample))));
        trials.add(trial(
                prepared.parameters(),
                ran.curve().sample(riskFree / prepared.settings().barsPerYear())));
        return trials;
    }

    private Trial trial(Parameters parameters, ReturnSample sample) {
        Market market = prepared.market();
        return new Trial(
                digest(parameters),
                sample.sharpePerBar(),
                sample.returns(),
                sample.skewness(),
                sample.kurtosis(),
                date(market, 0),
                date(market, market.rows() - 1),
                prepared.at());
    }

    /** Of everything that was chosen: numbers as such, so that their digest does not hang on how they are written. */
    private String digest(Parameters parameters) {
        SortedMap<String, Double> numbers = new TreeMap<>(sharedNumbers);
        SortedMap<String, String> words = new TreeMap<>(sharedWords);
        part("parameters", parameters.asMap(), numbers, words);
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
