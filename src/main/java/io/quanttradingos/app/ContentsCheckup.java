package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.state.ChainReport;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateSettings;
import io.quanttradingos.state.StoreCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the current inputs can be read, the recorded runs are whole, and the clock goes on from them. */
final class ContentsCheckup {
    private final Settings settings;

    ContentsCheckup(Settings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(inputs());
        findings.addAll(state());
        return findings;
    }

    /** By a program of its own, whose state is elsewhere: nothing is written into the real one. */
    private List<Finding> inputs() {
        try (ScratchFolder scratch = new ScratchFolder();
                Assembly assembly = new Assembly(
                        settings.with("qtos.state.dir", scratch.folder().toString()))) {
            Doors.ofCommands(assembly);
            CurrentInputs current = assembly.current();
            return List.of(
                    Finding.of("prices", () -> known("prices", current::prices, source -> prices(assembly, source))),
                    Finding.of(
                            "holdings",
                            () -> known(
                                    "holdings",
                                    () -> current.holdings().source(),
                                    source -> holdings(assembly, source))));
        } catch (Refusal refusal) {
            return List.of(Finding.fail("start", refusal.detail()));
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.broken("start", FailureText.of(e) + "."));
        }
    }

    /** A workspace without the sample has none until some are dropped. */
    private static Finding known(String check, Supplier<Source> looking, Function<Source, Finding> reading) {
        Source source;
        try {
            source = looking.get();
        } catch (Refusal none) {
            String sentence = none.detail();
            return Finding.warn(check, Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
        }
        return reading.apply(source);
    }

    private List<Finding> state() {
        Path folder = settings.folder("qtos.state.dir");
        if (!StoreCheck.isBegun(folder)) {
            return List.of(Finding.ok("runs", "None is recorded yet."), clock(null));
        }
        Optional<String> damage = StoreCheck.damage(folder);
        if (damage.isPresent()) {
            return List.of(
                    Finding.broken(
                            "runs",
                            "The run store is damaged (" + damage.get()
                                    + "): put back a copy of the state folder; the next start sets this one aside."),
                    clock(null));
        }
        try (RunStore store = RunStore.open(folder, StateSettings.defaults(), Clock.systemUTC())) {
            return List.of(
                    Finding.of("runs", () -> runs(store)),
                    Finding.of("set aside", () -> setAside(folder)),
                    clock(store));
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.broken("runs", FailureText.of(e) + "."));
        }
    }

    private static Finding setAside(Path folder) throws IOException {
        List<String> files = StoreCheck.setAside(folder);
        return files.isEmpty()
                ? Finding.ok("set aside", "No damaged file was set aside.")
                : Finding.warn(
                        "set aside",
                        String.join(", ", files) + " in the state folder: what stood there was damaged and is not used;"
                                + " put back a copy, or delete it once you need it no more.");
    }

    private static Finding clock(@Nullable RunStore store) {
        Instant now = Clock.systemUTC().instant();
        return Finding.of("clock", () -> store == null ? Finding.ok("clock", "It is " + now + ".") : clock(store, now));
    }

    private static Finding prices(Assembly assembly, Source source) {
        Input<PriceFile> prices = assembly.inputs().prices("QTOS_PRICES_PATH", source, null);
        PriceTable table = prices.value().table();
        String held = prices.name() + ": " + table.columns() + " symbols from " + table.date(0) + " to "
                + table.date(table.rows() - 1);
        List<String> warnings = prices.value().warnings();
        return warnings.isEmpty()
                ? Finding.ok("prices", held + ".")
                : Finding.warn("prices", held + "; " + warnings.get(0));
    }

    private static Finding holdings(Assembly assembly, Source source) {
        Input<Holdings> holdings = assembly.inputs().holdings("QTOS_HOLDINGS_PATH", source);
        return Finding.ok(
                "holdings",
                holdings.name() + ": " + holdings.value().positions().size() + " positions.");
    }

    private static Finding runs(RunStore store) {
        if (!store.warnings().isEmpty()) {
            return Finding.warn("runs", store.warnings().get(0) + ".");
        }
        ChainReport chain = store.verifyChain();
        return chain.ok()
                ? Finding.ok("runs", chain.runs() + " recorded, the chain is whole.")
                : Finding.broken(
                        "runs",
                        "Run number " + chain.firstBad() + " does not fit: " + chain.problem()
                                + ". Keep a copy of the state folder and go on with a new one.");
    }

    /** The last run need not be the newest one: the clock may have been set back between them. */
    static Finding clock(RunStore store, Instant now) {
        Optional<Instant> latest = store.page(RunStore.PAGE_LIMIT, Long.MAX_VALUE, null).stream()
                .map(run -> run.facts().finishedAt())
                .max(Comparator.naturalOrder());
        return latest.filter(now::isBefore)
                .map(later -> Finding.fail(
                        "clock",
                        "It is " + now + ", before the last recorded run of " + later + ": set the machine's clock."))
                .orElseGet(() -> Finding.ok("clock", "It is " + now + "."));
    }
}
