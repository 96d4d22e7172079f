package io.quanttradingos.backtest;

import io.quanttradingos.state.Trial;
import io.quanttradingos.state.TrialFamily;
import io.quanttradingos.state.TrialSummary;
import java.util.List;

/** Counts what was tried. */
@FunctionalInterface
public interface TrialBook {
    /** The family with these trials, each counted once however often it is run. */
    TrialSummary count(TrialFamily family, List<Trial> trials);
}
