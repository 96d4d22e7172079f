package io.quanttradingos.regime;

import java.util.List;

/**
 * The sixteen labels, for example {@code Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth}, each known by a code so
 * that a series of them is an array.
 */
final class RegimeLabel {
    /** The code of a row that is in no regime, because there is too little history. */
    static final byte NONE = -1;

    static final String RISK_ON = "Risk-On";
    static final String RISK_OFF = "Risk-Off";
    static final String HIGH_VOL = "High Vol";
    static final String NORMAL_VOL = "Low/Normal Vol";
    static final String UPTREND = "Uptrend";
    static final String DOWNTREND = "Downtrend";
    static final String HEALTHY = "Healthy Breadth";
    static final String WEAK = "Weak Breadth";

    private static final String[] TEXTS = texts();

    private RegimeLabel() {}

    static byte code(boolean riskOn, boolean highVol, boolean uptrend, boolean healthy) {
        return (byte) ((riskOn ? 8 : 0) | (highVol ? 4 : 0) | (uptrend ? 2 : 0) | (healthy ? 1 : 0));
    }

    static String text(byte code) {
        return TEXTS[code];
    }

    static List<String> all() {
        return List.of(TEXTS);
    }

    static String risk(boolean on) {
        return on ? RISK_ON : RISK_OFF;
    }

    static String volatility(boolean high) {
        return high ? HIGH_VOL : NORMAL_VOL;
    }

    static String trend(boolean up) {
        return up ? UPTREND : DOWNTREND;
    }

    static String breadth(boolean healthy) {
        return healthy ? HEALTHY : WEAK;
    }

    static boolean riskOn(byte code) {
        return (code & 8) != 0;
    }

    static boolean highVol(byte code) {
        return (code & 4) != 0;
    }

    static boolean uptrend(byte code) {
        return (code & 2) != 0;
    }

    static boolean healthy(byte code) {
        return (code & 1) != 0;
    }

    private static String[] texts() {
        String[] texts = new String[16];
        for (byte code = 0; code < texts.length; code++) {
            texts[code] = String.join(
                    " / ", risk(riskOn(code)), volatility(highVol(code)), trend(uptrend(code)), breadth(healthy(code)));
        }
        return texts;
    }
}
