package io.quanttradingos.backtest;

import io.quanttradingos.backtest.BacktestQuestion.BarsWanted;
import io.quanttradingos.backtest.BacktestQuestion.DataSource;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.BarOptions;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.OnBadRow;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the bars a question names, or has them fetched, and cuts them to its dates. */
final class BarGathering {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private final Inputs inputs;
    private final BarSource services;

    BarGathering(Inputs inputs, BarSource services) {
        this.inputs = inputs;
        this.services = services;
    }

    GatheredBars gather(BacktestQuestion question) {
        List<Input<BarFile>> files = files(question);
        List<String> warnings = new ArrayList<>();
        List<Bars> instruments = new ArrayList<>();
        for (Input<BarFile> file : files) {
            warnings.addAll(file.value().warnings());
            instruments.addAll(file.value().instruments());
        }
        refuseRepeated(instruments, files);
        Market market = within(Market.of(instruments), question.bars());
        return new GatheredBars(files, market, warnings);
    }

    private List<Input<BarFile>> files(BacktestQuestion question) {
        BarsWanted wanted = question.bars();
        if (wanted.source() != DataSource.CSV && wanted.files().isEmpty()) {
            return List.of(services.bars(wanted.source(), question.symbol(), wanted.period()));
        }
        BarOptions options = new BarOptions(
                wanted.dateFormat(),
                wanted.skipBadRows() ? OnBadRow.SKIP : OnBadRow.REJECT,
                // what a service served is kept as it was used, adjusted where the service adjusts
                wanted.adjusted() && wanted.source() == DataSource.CSV);
        List<Input<BarFile>> files = new ArrayList<>();
        for (Source file : wanted.files()) {
            Symbol symbol = wanted.files().size() == 1 ? question.symbol() : named(file);
            files.add(inputs.bars("csv_path", file, symbol, options));
        }
        return files;
    }

    /** Of several files each holds the instrument it is called after. */
    private static Symbol named(Source file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        Optional<Symbol> symbol = Symbol.parse(dot > 0 ? name.substring(0, dot) : name);
        return symbol.orElseThrow(() -> Refusal.invalid(
                        "csv_path: each of several files must be called after its symbol, such as SPY.csv, was '" + name
                                + "'")
                .about("csv_path"));
    }

    private static void refuseRepeated(List<Bars> instruments, List<Input<BarFile>> files) {
        TreeMap<Symbol, Integer> seen = new TreeMap<>();
        for (Bars bars : instruments) {
            if (seen.merge(bars.symbol(), 1, Integer::sum) > 1) {
                throw Refusal.invalid("csv_path: " + bars.symbol() + " is in more than one of the files "
                                + String.join(
                                        ", ", files.stream().map(Input::name).toList()))
                        .about("csv_path");
            }
        }
        if (instruments.isEmpty()) {
            throw Refusal.notUsable("there are no bars to run on");
        }
    }

    private static Market within(Market market, BarsWanted wanted) {
        int first = 0;
        int length = market.rows();
        while (wanted.end() != null
                && length > 0
                && day(market, length - 1) > wanted.end().toEpochDay()) {
            length--;
        }
        while (wanted.start() != null
                && first < length
                && day(market, first) < wanted.start().toEpochDay()) {
            first++;
        }
        if (first == length) {
            throw Refusal.notUsable("there are no bars"
                    + (wanted.start() == null ? "" : " from " + wanted.start())
                    + (wanted.end() == null ? "" : " up to " + wanted.end())
                    + (market.rows() == 0
                            ? ""
                            : "; the data hold " + date(market, 0) + " to " + date(market, market.rows() - 1)));
        }
        return first == 0 && length == market.rows() ? market : market.between(first, length);
    }

    private static long day(Market market, int row) {
        return Math.floorDiv(market.times()[row], MILLIS_PER_DAY);
    }

    private static LocalDate date(Market market, int row) {
        return LocalDate.ofInstant(market.time(row), ZoneOffset.UTC);
    }
}
