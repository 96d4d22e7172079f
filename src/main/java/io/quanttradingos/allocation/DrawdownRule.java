package io.quanttradingos.allocation;

/**
 * The deeper the account is under its peak, the smaller the size, down to none: 1 up to the start, then linear to 0 at
 * the stop, where new trades end.
 *
 * @param drawdownStart the fraction of the peak lost up to which size is not cut, in [0, 1]
 * @param drawdownStop the fraction at which new trades end, in (start, 1]
 */
public record DrawdownRule(double drawdownStart, double drawdownStop) {
    public DrawdownRule {
        Check.limit("drawdown_start", drawdownStart, 0, 1);
        Check.limit("drawdown_stop", drawdownStop, 0, 1);
        Check.below("drawdown_start", drawdownStart, "drawdown_stop", drawdownStop);
    }

    public static DrawdownRule defaults() {
        return new DrawdownRule(0.05, 0.20);
    }

    /** In [0, 1], never rising with drawdown. */
    public double multiplier(double drawdown) {
        double used = (drawdown - drawdownStart) / (drawdownStop - drawdownStart);
        return 1 - Math.min(1, Math.max(0, used));
    }

    /** Whether the drawdown has reached the stop; an unknown one (NaN) counts as reached. */
    public boolean blocks(double drawdown) {
        return !(drawdown < drawdownStop);
    }

    WaterfallStep step(double drawdown) {
        return new WaterfallStep(Factor.DRAWDOWN, drawdown, multiplier(drawdown), why(drawdown));
    }

    private String why(double drawdown) {
        if (drawdown <= drawdownStart) {
            return "drawdown " + Wording.percent(drawdown) + " is within the " + Wording.percent(drawdownStart)
                    + " that cuts nothing";
        }
        return "drawdown " + Wording.percentBeside(drawdownStart, drawdown) + " on the line from 1 at "
                + Wording.percent(drawdownStart) + " to 0 at " + Wording.percent(drawdownStop);
    }

    Block block(double drawdown) {
        return new Block(
                Factor.DRAWDOWN,
                "drawdown_at_stop",
                drawdownStop,
                drawdown,
                "drawdown " + Wording.percentBeside(drawdownStop, drawdown) + " has reached the stop of "
                        + Wording.percent(drawdownStop));
    }
}
