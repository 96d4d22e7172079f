package io.quanttradingos.app;

import io.quanttradingos.backtest.Progress;
import java.io.PrintWriter;

/** How far long work is, on one line of the terminal that is written over; on anything else a line for each tenth. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int FEWEST = 50;

    private final PrintWriter out;
    private final boolean isTerminal;
    private long shown = -1;
    private boolean begun;

    ProgressLine(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    @Override
    public synchronized void done(String what, long done, long total) {
        long percent = total == 0 ? 100 : done * 100 / total;
        long step = isTerminal ? percent : percent / 10;
        if (total < FEWEST || step == shown) {
            return;
        }
        shown = step;
        begun = true;
        out.print((isTerminal ? "\r" : "") + what + ": " + done + " of " + total + " (" + percent + " %)"
                + (isTerminal ? "" : System.lineSeparator()));
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (begun && isTerminal) {
            out.println();
            out.flush();
        }
    }
}
