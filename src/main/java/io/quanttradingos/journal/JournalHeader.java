package io.quanttradingos.journal;

import io.quanttradingos.table.NamedColumn;
import io.quanttradingos.table.TableProblems;
import io.quanttradingos.table.TextTable;

/**
 * Which column of a table is which, under the names exports use.
 *
 * @param entry the buy price where {@code bySide}
 * @param exit the sell price where {@code bySide}
 * @param bySide whether the prices are named for buying and selling, so that a short enters at the second
 */
record JournalHeader(
        NamedColumn date,
        NamedColumn symbol,
        NamedColumn side,
        NamedColumn quantity,
        NamedColumn entry,
        NamedColumn exit,
        NamedColumn fees,
        NamedColumn stop,
        NamedColumn exitDate,
        boolean bySide) {

    static JournalHeader of(TextTable table, TableProblems problems) {
        boolean empty = table.header().stream().allMatch(String::isEmpty);
        if (empty) {
            problems.report(
                    null, null, "the file is empty, expected a header of date, symbol, side, qty, entry, exit, …");
        }
        NamedColumn buy = problems.find(false, "buy_price");
        NamedColumn sell = problems.find(false, "sell_price");
        boolean bySide = buy.isThere() && sell.isThere();
        return new JournalHeader(
                problems.find(!empty, "date", "trade_date", "entry_date", "open_date", "opened"),
                problems.find(!empty, "symbol", "ticker"),
                problems.find(false, "side", "direction"),
                problems.find(!empty, "qty", "quantity", "shares", "size", "units"),
                problems.find(!empty, bySide ? BUY_OR_ENTRY : ENTRY),
                problems.find(!empty, bySide ? SELL_OR_EXIT : EXIT),
                problems.find(false, "fees", "fee", "commission", "commissions"),
                problems.find(false, "stop", "stop_price", "stop_loss"),
                problems.find(false, "exit_date", "close_date", "closed", "date_closed"),
                bySide);
    }

    private static final String[] ENTRY = {"entry", "entry_price"};
    private static final String[] EXIT = {"exit", "exit_price"};
    private static final String[] BUY_OR_ENTRY = {"entry", "entry_price", "buy_price"};
    private static final String[] SELL_OR_EXIT = {"exit", "exit_price", "sell_price"};
}
