package io.quanttradingos.regime;

import java.util.ArrayList;
import java.util.List;

/** Says what each part of a label means for sizing; by how much is not decided here. */
final class Implications {
    private Implications() {}

    static List<String> of(byte label, RegimeSignals signals) {
        List<String> implications = new ArrayList<>(List.of(
                RegimeLabel.riskOn(label)
                        ? "Risk-On: equities are preferred to bonds, which does not argue against a full risk budget."
                        : "Risk-Off: bonds are preferred to equities, so hold back part of the risk budget.",
                RegimeLabel.highVol(label)
                        ? "High Vol: the same shares carry more risk, so size down until a position risks what it did."
                        : "Low/Normal Vol: volatility gives no reason to size down.",
                RegimeLabel.uptrend(label)
                        ? "Uptrend: the trend supports new long positions."
                        : "Downtrend: new long positions go against the trend, so keep them small and few.",
                RegimeLabel.healthy(label)
                        ? "Healthy Breadth: many names take part, so risk can be spread."
                        : "Weak Breadth: few names take part, so many positions may act like few."));
        if (flipPending(signals)) {
            implications.add(
                    "A change of regime waits for confirmation: do not add risk on this label until it shows.");
        }
        return implications;
    }

    private static boolean flipPending(RegimeSignals signals) {
        return signals.trend().flipPending()
                || signals.volatility().flipPending()
                || signals.breadth().flipPending()
                || signals.risk().flipPending();
    }
}
