package io.quanttradingos.backtest.engine;

/** When the market orders that a strategy gives at the close of a bar are filled. */
public enum FillModel {
    /** At the open of the instrument's next bar. */
    NEXT_OPEN,
    /** At the close of the instrument's next bar. */
    NEXT_CLOSE,
    /** At the very close that the decision was made on: looks ahead, because that price was known too late to trade at. */
    SAME_CLOSE
}
