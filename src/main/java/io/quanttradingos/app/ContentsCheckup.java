package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.CurrentInputs;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.state.ChainReport;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Whether the current inputs can be read, the recorded runs are whole, and the clock goes on from them. */
final class ContentsCheckup {
    private final Settings settings;

    ContentsCheckup(Settings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        try (Assembly assembly = new Assembly(settings)) {
            Doors.ofCommands(assembly);
            CurrentInputs current = assembly.current();
            return List.of(
                    Finding.of("prices", () -> prices(assembly, current.prices())),
                    Finding.of(
                            "holdings",
                            () -> holdings(assembly, current.holdings().source())),
                    Finding.of("runs", () -> runs(assembly.store())),
                    Finding.of(
                            "clock",
                            () -> clock(assembly.store(), Clock.systemUTC().instant())));
        } catch (Refusal refusal) {
            return List.of(Finding.fail("start", refusal.detail()));
        } catch (IOException | RuntimeException e) {
            return List.of(Finding.fail("start", FailureText.of(e)));
        }
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
                : Finding.fail(
                        "runs",
                        "Run number " + chain.firstBad() + " does not fit: " + chain.problem()
                                + ". Keep a copy of the state folder and go on with a new one.");
    }

    static Finding clock(RunStore store, Instant now) {
        List<RunRecord> last = store.page(1, Long.MAX_VALUE, null);
        if (!last.isEmpty() && now.isBefore(last.get(0).facts().finishedAt())) {
            return Finding.fail(
                    "clock",
                    "It is " + now + ", before the last recorded run of "
                            + last.get(0).facts().finishedAt() + ": set the machine's clock.");
        }
        return Finding.ok("clock", "It is " + now + ".");
    }
}
