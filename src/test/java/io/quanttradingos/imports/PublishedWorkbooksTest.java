package io.quanttradingos.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.imports.workbook.Workbook;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exports that are published as workbooks, with several sheets, titles above the table and real dates. */
class PublishedWorkbooksTest {
    private static final PipeTable ETORO = PipeTable.of("""
            exit_date  | entry  | exit | shares | side
            2024-03-05 | 184.25 | 170.1 | 10 | long
            """);

    private static final PipeTable XTB = PipeTable.of("""
            symbol  | exit_date  | entry | exit | shares | side
            AAPL.US | 2024-05-20 | 187.5 | 190.75 | 10 | long
            SPYL.DE | 2024-06-18 | 11.748 | 12.05 | 42.5658 | long
            """);

    private static final PipeTable HELD = PipeTable.of("""
            instrument | quantity | averagePrice | lastPrice | marketValue
            SPY        | 40       | 450          | 545.2     | 21808
            IEF        | 120.5    | 100          | 93.6      | 11278.8
            """);

    @Test
    void the_closed_positions_of_an_account_statement_are_found_among_its_sheets() {
        byte[] content = new TinyWorkbook()
                .with(
                        "Account Summary",
                        List.of(row("Details", null), row("Name", "Invented Person"), row("Currency", "USD")))
                .with(
                        "Closed Positions",
                        List.of(
                                row(
                                        "Position ID,Action,Amount,Units,Open Date,Close Date,Leverage,Spread,Profit,Open Rate,"
                                                + "Close Rate,Take profit rate,Stop lose rate,Rollover Fees and Dividends,"
                                                + "Copied From,Type,ISIN,Notes"),
                                row(
                                        "2316622589",
                                        "Buy Apple",
                                        1842.5,
                                        10,
                                        "03/01/2024 14:31:25",
                                        "05/03/2024 15:49:30",
                                        1,
                                        0,
                                        -141.5,
                                        184.25,
                                        170.1,
                                        410.96,
                                        0,
                                        0,
                                        "-",
                                        "Stocks",
                                        "US0378331005",
                                        null),
                                row(
                                        "2316622590",
                                        "Sell Tesla",
                                        3000,
                                        15,
                                        "25/06/2024 14:00:00",
                                        "26/06/2024 18:00:00",
                                        1,
                                        0,
                                        30,
                                        200,
                                        198,
                                        0,
                                        250,
                                        -0.45,
                                        "-",
                                        "CFD",
                                        "US88160R1014",
                                        null)))
                .with("Dividends", List.of(row("Date of Payment", "Instrument Name", "Net Dividend Received (USD)")))
                .bytes();
        ImportReading.Read read = read("etoro-account-statement.xlsx", content);
        assertThat(read.kind()).isEqualTo(ImportKind.CLOSED_TRADES);
        assertThat(RowComparison.differences("row", ETORO, ReadingRows.table(read.table())))
                .isEmpty();
    }

    @Test
    void a_table_under_titles_with_real_dates_is_read_like_its_text() {
        byte[] content = new TinyWorkbook()
                .with(
                        "CLOSED POSITION HISTORY",
                        List.of(
                                row("Name and surname", null, "Account", null, "Currency"),
                                row("Invented Person", null, "90000001", null, "USD"),
                                row(),
                                row(
                                        "Position,Symbol,Type,Volume,Open time,Open price,Close time,Close price,Open origin,"
                                                + "Close origin,Purchase value,Sale value,SL,TP,Margin,Commission,Swap,Rollover,"
                                                + "Gross P/L,Comment"),
                                row(
                                        77001,
                                        "AAPL.US",
                                        "BUY",
                                        10,
                                        LocalDateTime.of(2024, 2, 5, 15, 30),
                                        187.5,
                                        LocalDateTime.of(2024, 5, 20, 16, 0),
                                        190.75,
                                        "Android",
                                        "Web",
                                        1875,
                                        1907.5,
                                        0,
                                        0,
                                        0,
                                        -2.5,
                                        0,
                                        0,
                                        32.5,
                                        null),
                                row(
                                        77002,
                                        "SPYL.DE",
                                        "BUY",
                                        42.5658,
                                        LocalDateTime.of(2024, 4, 12, 13, 1, 45),
                                        11.748,
                                        LocalDateTime.of(2024, 6, 18, 9, 15),
                                        12.05,
                                        "Web",
                                        "Web",
                                        500.06,
                                        512.92,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        12.86,
                                        null),
                                row("Total", null, null, null, null, null, null, null, null, null, 2375.06, 2420.42)))
                .bytes();
        ImportReading.Read read = read("xtb.xlsx", content);
        assertThat(read.kind()).isEqualTo(ImportKind.CLOSED_TRADES);
        assertThat(RowComparison.differences("row", XTB, ReadingRows.table(read.table())))
                .isEmpty();
    }

    @Test
    void positions_saved_as_a_workbook_are_read_like_their_text() {
        byte[] content = new TinyWorkbook()
                .with(
                        "positions",
                        List.of(
                                row("Positions for account Individual ...321 as of 04:05 PM ET, 2024/06/28", null),
                                row(),
                                row(
                                        "Symbol,Description,Qty (Quantity),Price,Mkt Val (Market Value),Cost Basis,Security Type"),
                                row("SPY", "SPDR S&P 500 ETF", 40, 545.2, 21808, 18000, "ETFs & Closed End Funds"),
                                row(
                                        "IEF",
                                        "ISHARES 7-10 YEAR TREASURY BOND ETF",
                                        120.5,
                                        93.6,
                                        11278.8,
                                        12050,
                                        "ETFs & Closed End Funds"),
                                row("Account Total", "", "--", "--", 33086.8, 30050, "--")))
                .bytes();
        ImportReading.Read read = read("positions.xlsx", content);
        assertThat(read.kind()).isEqualTo(ImportKind.POSITIONS);
        assertThat(RowComparison.differences("position", HELD, ReadingRows.positions(read)))
                .isEmpty();
    }

    private static ImportReading.Read read(String name, byte[] content) {
        assertThat(Workbook.is(content)).isTrue();
        ImportReading reading = Imports.read(Workbook.read(name, content), Answers.none());
        assertThat(reading).isInstanceOf(ImportReading.Read.class);
        return (ImportReading.Read) reading;
    }

    /** A row of cells; one text with commas is a header. */
    private static List<@Nullable Object> row(@Nullable Object... cells) {
        if (cells.length == 1 && cells[0] instanceof String header) {
            return new ArrayList<>(Arrays.asList((Object[]) header.split(",")));
        }
        return new ArrayList<>(Arrays.asList(cells));
    }
}
