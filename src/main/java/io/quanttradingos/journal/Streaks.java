package io.quanttradingos.journal;

/**
 * Runs of wins and of losses in closing order; a flat trade ends either.
 *
 * @param current the run the journal ends with
 */
record Streaks(int longestWin, int longestLoss, TradeStreak current) {
    static Streaks of(double[] net, double flatWithin) {
        int longestWin = 0;
        int longestLoss = 0;
        int length = 0;
        double before = 0;
        for (double result : net) {
            double outcome = Math.abs(result) <= flatWithin ? 0 : Math.signum(result);
            length = length > 0 && outcome == before ? length + 1 : 1;
            before = outcome;
            longestWin = outcome > 0 ? Math.max(longestWin, length) : longestWin;
            longestLoss = outcome < 0 ? Math.max(longestLoss, length) : longestLoss;
        }
        String outcome = before > 0 ? "win" : before < 0 ? "loss" : "flat";
        return new Streaks(longestWin, longestLoss, new TradeStreak(outcome, length));
    }
}
