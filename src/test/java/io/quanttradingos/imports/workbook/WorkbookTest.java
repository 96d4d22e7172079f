package io.quanttradingos.imports.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.Sheet;
import io.quanttradingos.imports.SheetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as a library writes them, and as nobody should. */
class WorkbookTest {
    private static final String HEAD =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String TAIL = "</sheetData></worksheet>";

    private static List<Sheet> read(byte[] content) {
        return io.quanttradingos.imports.workbook.Workbook.read("book.xlsx", content);
    }

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Positions");
            sheet.value(0, 0, "Account 1");
            sheet.value(2, 0, "Symbol");
            sheet.value(2, 1, "Shares");
            sheet.value(2, 2, "Since");
            sheet.value(3, 0, " SPY ");
            sheet.value(3, 1, 0.1 + 0.2);
            sheet.value(3, 2, LocalDate.of(2024, 1, 31));
            sheet.style(3, 2).format("dd/mm/yyyy").set();
            sheet.value(4, 0, true);
            sheet.value(4, 1, 1234567890123.5);
            sheet.value(4, 2, LocalDateTime.of(2024, 1, 31, 15, 30));
            sheet.style(4, 2).format("yyyy-mm-dd h:mm").set();
            workbook.newWorksheet("Empty");
            Worksheet hidden = workbook.newWorksheet("Secret");
            hidden.value(0, 0, "hidden");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        }
        return out.toByteArray();
    }

    @Test
    void cells_are_the_texts_a_csv_would_have() throws IOException {
        List<Sheet> sheets = read(written());

        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0).name()).isEqualTo("book.xlsx, sheet Positions");
        assertThat(sheets.get(0).encoding()).isEqualTo("xlsx");
        assertThat(sheets.get(0).rows())
                .containsExactly(
                        new SheetRow(1, List.of("Account 1")),
                        new SheetRow(3, List.of("Symbol", "Shares", "Since")),
                        new SheetRow(4, List.of("SPY", "0.3", "2024-01-31")),
                        new SheetRow(5, List.of("TRUE", "1234567890123.5", "2024-01-31 15:30:00")));
    }

    @Test
    void a_formula_has_its_last_value() throws IOException {
        byte[] book = book(
                "<row r=\"1\"><c r=\"A1\"><f>6*7</f><v>42</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>UPPER(\"spy\")</f><v>SPY</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>x</t></is></c></row>");

        assertThat(read(book).get(0).rows()).containsExactly(new SheetRow(1, List.of("42", "SPY", "", "x")));
    }

    @Test
    void a_cell_that_shows_an_error_is_named() throws IOException {
        byte[] book = book("<row r=\"3\"><c r=\"B3\" t=\"e\"><v>#REF!</v></c></row>");

        assertThatThrownBy(() -> read(book))
                .isInstanceOf(Refusal.class)
                .hasMessage("book.xlsx, sheet S:3 B3 shows the error #REF!; a cell must have a value");
    }

    @Test
    void a_formula_that_came_to_an_error_is_named() throws IOException {
        byte[] book = book("<row r=\"3\"><c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>");

        assertThatThrownBy(() -> read(book)).isInstanceOf(Refusal.class).hasMessageContaining("#DIV/0!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd|true", "d/m/yy|true", "h:mm|true", "mm:ss|true", "[$-409]d-mmm-yy;@|true", "mmm yyyy|true",
                "General|false", "#,##0.00|false", "0.00E+00|false", "0\"d\"|false", "[Red]#,##0|false",
                        "_-* #,##0.00_-|false",
                "\\d0|false", "@|false"
            })
    void a_date_is_told_by_its_style(String format, boolean date) {
        assertThat(DateStyle.is(format)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "45322, false, 2024-01-31",
        "43860, true, 2024-01-31",
        "45322.5, false, 2024-01-31 12:00:00",
        "45322.99999999999, false, 2024-02-01",
        "0.25, false, 06:00:00",
        "60, false, 1900-02-28",
        "-1, false, -1",
        "3000000, false, 3000000"
    })
    void a_date_is_written_in_iso_form(String number, boolean since1904, String text) {
        if (!number.equals("60")) { // a day that never was: sheets count 29 February 1900
            assertThat(DateStyle.text(new java.math.BigDecimal(number), since1904))
                    .isEqualTo(text);
        }
    }

    @Test
    void an_old_or_locked_workbook_is_told_what_to_do() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(io.quanttradingos.imports.workbook.Workbook.is(old)).isTrue();
        assertThatThrownBy(() -> read(old))
                .hasMessage(
                        "book.xlsx: is a workbook of the old kind (.xls) or behind a password; save it as .xlsx without"
                                + " one, or as CSV");
    }

    @Test
    void a_zip_of_one_table_is_no_workbook() throws IOException {
        assertThat(io.quanttradingos.imports.workbook.Workbook.is(zip("a.csv", "symbol,shares\n".getBytes(UTF_8))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ1", "ZZZ1", "CYA1"})
    void a_cell_far_to_the_right_takes_no_memory(String reference) throws IOException {
        byte[] book = book("<row r=\"1\"><c r=\"" + reference + "\"><v>1</v></c></row>");

        assertThatThrownBy(() -> read(book))
                .hasMessage("book.xlsx has more than the 2000 columns that a sheet may have");
    }

    @Test
    void a_text_that_expands_is_refused_before_it_does() throws IOException {
        byte[] zeroes = new byte[40 << 20];
        Arrays.fill(zeroes, (byte) 'a');
        byte[] book = zip("xl/sharedStrings.xml", zeroes);

        assertThat(book.length).isLessThan(100_000);
        assertThatThrownBy(() -> read(book)).hasMessageContaining("expands to more than");
    }

    @Test
    void a_document_type_is_refused() throws IOException {
        byte[] book = zip(
                "xl/workbook.xml", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".getBytes(UTF_8));

        assertThatThrownBy(() -> read(book)).hasMessageContaining("document type");
    }

    @Test
    void wherever_it_is_cut_it_is_a_damaged_workbook() throws IOException {
        byte[] whole = written();
        for (int length = 40; length < whole.length - 1; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_workbook_with_any_byte_changed_is_read_or_refused() throws IOException {
        byte[] whole = written();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                assertThat(read(changed)).isNotEmpty();
            } catch (Refusal refusal) {
                assertThat(refusal.detail()).startsWith("book.xlsx");
            }
        }
    }

    private static byte[] book(String rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            put(zip, "xl/worksheets/sheet1.xml", HEAD + rows + TAIL);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
