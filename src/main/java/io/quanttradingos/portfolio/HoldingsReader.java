package io.quanttradingos.portfolio;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a holdings file: one row per position, a header above.
 *
 * <pre>
 * symbol,shares,avg_price,stop_price
 * SPY,50,190.20,180
 * TLT,-20,131.05,
 * </pre>
 *
 * <p>{@code symbol} (or {@code ticker}) and {@code shares} (or {@code quantity}, {@code qty}, {@code units}) are needed;
 * {@code avg_price} and {@code stop_price} may be absent or empty. Header letters may be of either case, other columns
 * are ignored. Negative shares are short. Rows of one symbol are summed, their prices weighted by shares. A row of 0
 * shares is left out with a note. Cash is a row such as {@code CASH,10000}.
 */
public final class HoldingsReader {
    /** More rows than any account has; a larger file is something else. */
    public static final int MAXIMUM_ROWS = 10_000;

    private static final int MAXIMUM_PROBLEMS = 100;
    private static final double LARGEST_AMOUNT = 1e12;

    private static final String[] SYMBOL = {"symbol", "ticker"};
    private static final String[] SHARES = {"shares", "quantity", "qty", "units"};
    private static final String[] AVERAGE_PRICE = {
        "avg_price",
        "average_price",
        "avg price",
        "average price",
        "avg_cost",
        "average_cost",
        "avg cost",
        "average cost",
        "entry_price",
        "purchase_price"
    };
    private static final String[] EXIT_PRICE = {"exit_price", "exit price"};
    private static final String[] STOP_PRICE = {"stop_price", "stop", "stop price", "stop_loss", "stop loss"};

    private final TextTable table;
    private final int symbolColumn;
    private final int sharesColumn;
    private final int averagePriceColumn;
    private final int stopPriceColumn;
    private final boolean commasPartThousands;
    private final List<InputProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private HoldingsReader(TextTable table) {
        this.table = table;
        this.symbolColumn = table.column(SYMBOL);
        this.sharesColumn = table.column(SHARES);
        this.averagePriceColumn = table.column(AVERAGE_PRICE);
        this.stopPriceColumn = table.column(STOP_PRICE);
        this.commasPartThousands = table.rows().stream().anyMatch(this::hasDecimalPoint);
    }

    /** Reads a table; the value holds the good rows, the problems name every other with line and column. */
    public static Parsed<Holdings> read(TextTable table) {
        HoldingsReader reader = new HoldingsReader(table);
        List<Holding> positions = reader.isReadable() ? reader.positions() : List.of();
        return new Parsed<>(new Holdings(positions, reader.notes), reader.problems);
    }

    private boolean isReadable() {
        requireColumn(symbolColumn, "symbol", "(or ticker) is needed");
        requireColumn(sharesColumn, "shares", "(or quantity) is needed");
        int exit = table.column(EXIT_PRICE);
        if (exit >= 0) {
            // Symbols and shares it has too, but closed trades are not what is held.
            String seen = "is a column of trades, not of holdings";
            problems.add(new InputProblem(
                    table.source(), table.headerLine(), table.header().get(exit), seen));
        }
        if (problems.isEmpty() && table.rows().isEmpty()) {
            problems.add(new InputProblem(table.source(), null, null, "there are no holdings below the header"));
        }
        if (table.rows().size() > MAXIMUM_ROWS) {
            problems.add(new InputProblem(
                    table.source(),
                    null,
                    null,
                    "at most " + MAXIMUM_ROWS + " rows are read, there are "
                            + table.rows().size()));
        }
        return problems.isEmpty();
    }

    private void requireColumn(int column, String name, String message) {
        if (column < 0) {
            String seen = String.join(", ", table.header());
            String shown = Shortened.to(120, seen);
            problems.add(
                    new InputProblem(table.source(), table.headerLine(), name, message + ", the header is: " + shown));
        }
    }

    private List<Holding> positions() {
        Map<Symbol, HoldingRows> bySymbol = new TreeMap<>();
        for (TextRow row : table.rows()) {
            if (problems.size() >= MAXIMUM_PROBLEMS) {
                break;
            }
            Holding holding = holding(row);
            if (holding != null) {
                bySymbol.computeIfAbsent(holding.symbol(), HoldingRows::new).add(holding);
            }
        }
        return bySymbol.values().stream()
                .map(rows -> rows.sum(notes))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The row's holding; null where it has a problem or nothing to hold. */
    private @Nullable Holding holding(TextRow row) {
        if (row.cells().stream().allMatch(String::isBlank)) {
            return null;
        }
        int cells = row.cells().size();
        if (cells > table.header().size()) {
            // An unquoted comma within a number would otherwise move every cell after it.
            String seen = "has " + cells + " cells under a header of "
                    + table.header().size();
            problems.add(new InputProblem(table.source(), row.line(), null, seen));
            return null;
        }
        int before = problems.size();
        Symbol symbol = symbol(row);
        Double shares = amount(row, sharesColumn, -LARGEST_AMOUNT);
        Double averagePrice = amount(row, averagePriceColumn, 0);
        Double stopPrice = amount(row, stopPriceColumn, Double.MIN_VALUE);
        if (shares == null && problems.size() == before) {
            problem(row, sharesColumn, "must not be empty");
        }
        if (symbol == null || shares == null || problems.size() > before) {
            return null;
        }
        if (shares == 0) {
            notes.add(symbol + " in line " + row.line() + " has 0 shares; it is left out.");
            return null;
        }
        return new Holding(symbol, shares, averagePrice, stopPrice);
    }

    private @Nullable Symbol symbol(TextRow row) {
        String text = table.cell(row, symbolColumn);
        Optional<Symbol> symbol = Symbol.parse(text);
        if (symbol.isEmpty()) {
            String shown = Shortened.to(40, text);
            problem(
                    row,
                    symbolColumn,
                    text.isEmpty() ? "must not be empty" : "must be 1 to 15 of A-Z 0-9 . ^ = _ -, was '" + shown + "'");
        }
        return symbol.orElse(null);
    }

    /** The cell's amount; null where it is empty or, after noting the problem, unusable. */
    private @Nullable Double amount(TextRow row, int column, double least) {
        String text = table.cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            double amount = AmountText.read(text, commasPartThousands);
            if (amount >= least && amount <= LARGEST_AMOUNT) {
                return amount;
            }
            problem(row, column, range(least) + ", was " + text);
        } catch (NumberFormatException e) {
            problem(row, column, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static String range(double least) {
        if (least < 0) {
            return "must be within ±1e12";
        }
        return least == 0 ? "must be in [0, 1e12]" : "must be above 0 and at most 1e12";
    }

    private void problem(TextRow row, int column, String message) {
        problems.add(new InputProblem(table.source(), row.line(), table.header().get(column), message));
    }

    private boolean hasDecimalPoint(TextRow row) {
        return AmountText.hasDecimalPoint(table.cell(row, sharesColumn))
                || AmountText.hasDecimalPoint(table.cell(row, averagePriceColumn))
                || AmountText.hasDecimalPoint(table.cell(row, stopPriceColumn));
    }
}
