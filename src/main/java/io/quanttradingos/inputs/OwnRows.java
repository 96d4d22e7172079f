package io.quanttradingos.inputs;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.imports.ImportKind;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.Sheet;
import io.quanttradingos.imports.SheetRow;
import io.quanttradingos.imports.Sheets;
import io.quanttradingos.imports.StatedPosition;
import io.quanttradingos.imports.fold.Fold;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.imports.fold.Instrument;
import io.quanttradingos.imports.fold.OpenPosition;
import io.quanttradingos.imports.fold.RoundTrip;
import io.quanttradingos.table.FormulaText;
import io.quanttradingos.units.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an export in our own form.
 *
 * <pre>
 * symbol,shares,avg_price
 * date,symbol,side,entry_price,exit_price,shares,fees,exit_date
 * </pre>
 *
 * <p>The second header is a trade log's and a journal's at once.
 */
public final class OwnRows {
    private static final List<String> HOLDINGS = List.of("symbol", "shares", "avg_price");
    private static final List<String> TRADES =
            List.of("date", "symbol", "side", "entry_price", "exit_price", "shares", "fees", "exit_date");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    private OwnRows() {}

    /** One holding. */
    public record HeldRow(
            String symbol, BigDecimal shares, @Nullable BigDecimal averagePrice) {}

    /** What an export's account holds: as its statement says, or as its history comes to. */
    public static List<HeldRow> held(String name, Read read, Folded folded) {
        List<HeldRow> rows = new ArrayList<>();
        if (read.kind() == ImportKind.POSITIONS) {
            for (StatedPosition position : read.positions()) {
                String symbol = symbol(name, position.line(), position.instrument(), position.isin());
                rows.add(new HeldRow(symbol, position.quantity(), position.averagePrice()));
            }
        } else {
            for (OpenPosition position : folded.positions()) {
                Instrument what = position.instrument();
                int line = position.lots().get(0).line();
                String symbol = symbol(name, line, what.symbol(), what.isin());
                rows.add(new HeldRow(symbol, position.quantity(), position.averagePrice()));
            }
        }
        return rows;
    }

    /** A history's open positions and round trips; of another kind of export nothing. */
    public static Folded folded(Read read) {
        return Fold.of(read.transactions());
    }

    static Sheet holdings(String name, List<HeldRow> held) {
        List<SheetRow> rows = new ArrayList<>();
        rows.add(new SheetRow(1, HOLDINGS));
        held.forEach(row -> rows.add(
                new SheetRow(rows.size() + 1, List.of(row.symbol(), plain(row.shares()), plain(row.averagePrice())))));
        return sheet(name, rows);
    }

    /** The round trips whose entry and exit are known, in money of one currency. */
    static Sheet trades(String name, Folded folded) {
        List<SheetRow> rows = new ArrayList<>();
        rows.add(new SheetRow(1, TRADES));
        for (RoundTrip trip : folded.trades()) {
            if (isWhole(trip)) {
                rows.add(new SheetRow(rows.size() + 1, cells(name, trip)));
            }
        }
        return sheet(name, rows);
    }

    /** Whether a round trip can stand among closed trades, which have prices above zero and one currency. */
    static boolean isWhole(RoundTrip trip) {
        BigDecimal entry = trip.entry().price();
        BigDecimal exit = trip.exit().price();
        return trip.result() != null && entry != null && exit != null && entry.signum() > 0 && exit.signum() > 0;
    }

    private static List<String> cells(String name, RoundTrip trip) {
        Instrument what = trip.instrument();
        return List.of(
                trip.entry().day().toString(),
                symbol(name, trip.exit().line(), what.symbol(), what.isin()),
                trip.isShort() ? "SHORT" : "LONG",
                plain(trip.entry().price()),
                plain(trip.exit().price()),
                plain(trip.quantity()),
                plain(trip.fees()),
                trip.exit().day().toString());
    }

    private static Sheet sheet(String name, List<SheetRow> rows) {
        return new Sheet(name, "utf-8", ',', rows);
    }

    /** With a quote before each cell that a spreadsheet would run; numbers stay, negative ones too. */
    static Sheet withoutFormulas(Sheet sheet) {
        return new Sheet(
                sheet.name(),
                sheet.encoding(),
                sheet.delimiter(),
                sheet.rows().stream()
                        .map(row -> new SheetRow(
                                row.line(),
                                row.cells().stream().map(OwnRows::harmless).toList()))
                        .toList());
    }

    private static String harmless(String cell) {
        return FormulaText.isRun(cell) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static byte[] text(Sheet sheet) {
        return Sheets.text(sheet);
    }

    /** What prices can be looked up by: the instrument as the export has it, else its ISIN. */
    private static String symbol(String name, int line, String instrument, @Nullable String isin) {
        return Symbol.parse(instrument)
                .or(() -> isin == null ? Optional.empty() : Symbol.parse(isin))
                .map(Symbol::text)
                .orElseThrow(() -> Refusal.notUsable(List.of(new InputProblem(
                        name,
                        line,
                        null,
                        "names '" + shown(instrument)
                                + "', which is no ticker of 1 to 15 of A-Z 0-9 . ^ = _ -, so no price of"
                                + " it can be looked up"))));
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
