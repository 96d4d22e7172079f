package io.quanttradingos.api;

import io.quanttradingos.api.ImportPreview.ImportedPosition;
import io.quanttradingos.api.ImportPreview.ImportedTable;
import io.quanttradingos.api.ImportPreview.ImportedTrade;
import io.quanttradingos.api.ImportPreview.ImportedTransaction;
import io.quanttradingos.imports.ImportKind;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.SheetRow;
import io.quanttradingos.imports.StatedPosition;
import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.imports.fold.Lot;
import io.quanttradingos.imports.fold.RoundTrip;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of an export as a preview shows them. */
record ImportRows(Read read, Folded folded) {
    List<ImportedPosition> positions() {
        return ImportPreviews.first(read.positions(), ImportRows::position);
    }

    private static ImportedPosition position(StatedPosition position) {
        return new ImportedPosition(
                position.line(),
                position.account(),
                position.instrument(),
                position.isin(),
                position.name(),
                plain(position.quantity()),
                known(position.averagePrice()),
                known(position.lastPrice()),
                known(position.marketValue()),
                position.currency());
    }

    List<ImportedTransaction> transactions() {
        return ImportPreviews.first(read.transactions(), ImportRows::transaction);
    }

    private static ImportedTransaction transaction(Transaction line) {
        return new ImportedTransaction(
                line.line(),
                line.account(),
                line.day(),
                line.time() == null ? null : line.time().toString(),
                line.kind().name().toLowerCase(Locale.ROOT),
                line.instrument(),
                line.isin(),
                line.name(),
                plain(line.quantity()),
                known(line.price()),
                line.currency(),
                plain(line.fees()),
                line.feesCurrency(),
                known(line.amount()),
                line.amountCurrency());
    }

    List<ImportedTrade> trades() {
        return ImportPreviews.first(folded.trades(), ImportRows::trade);
    }

    private static ImportedTrade trade(RoundTrip trip) {
        Lot entry = trip.entry();
        Lot exit = trip.exit();
        return new ImportedTrade(
                trip.instrument().symbol(),
                trip.isShort() ? "SHORT" : "LONG",
                entry.day(),
                exit.day(),
                plain(trip.quantity()),
                known(entry.price()),
                known(exit.price()),
                known(trip.fees()),
                known(trip.result()),
                trip.currency(),
                entry.line(),
                exit.line());
    }

    /** Of an export that our own readers take as a table; null of another. */
    @Nullable ImportedTable table() {
        List<SheetRow> rows = read.table().rows();
        boolean tabular = read.kind() != ImportKind.POSITIONS && read.kind() != ImportKind.TRANSACTIONS;
        return !tabular || rows.isEmpty()
                ? null
                : new ImportedTable(
                        rows.get(0).cells(), ImportPreviews.first(rows.subList(1, rows.size()), SheetRow::cells));
    }

    static @Nullable BigDecimal known(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }

    /** Without noughts at its end, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
