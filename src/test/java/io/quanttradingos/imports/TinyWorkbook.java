package io.quanttradingos.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the smallest workbook that spreadsheets open, by hand, so that reading one is not held to the library it is read with.
 *
 * <p>A cell is a text, a number, a {@link LocalDateTime} (a number shown as a date) or null.
 */
final class TinyWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

    private final Map<String, List<List<@Nullable Object>>> sheets = new LinkedHashMap<>();

    TinyWorkbook with(String sheet, List<List<@Nullable Object>> rows) {
        sheets.put(sheet, rows);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/_rels/workbook.xml.rels", relations(parts()));
            part(zip, "xl/styles.xml", styles());
            int number = 0;
            for (List<List<@Nullable Object>> rows : sheets.values()) {
                number++;
                part(zip, "xl/worksheets/sheet" + number + ".xml", sheet(rows));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String types() {
        StringBuilder xml = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/styles.xml", "styles+xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + SPREADSHEET + type + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private String parts() {
        StringBuilder xml = new StringBuilder(relation("rId0", "styles", "styles.xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(relation("rId" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return xml.toString();
    }

    private String workbook() {
        StringBuilder xml = new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            xml.append("<sheet name=\"" + escaped(name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    /** Style 0 is plain; style 1 shows a number as a day and a time. */
    private static String styles() {
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    private static String sheet(List<List<@Nullable Object>> rows) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i < rows.size(); i++) {
            xml.append("<row r=\"" + (i + 1) + "\">");
            for (int k = 0; k < rows.get(i).size(); k++) {
                xml.append(cell(
                        (char) ('A' + k) + String.valueOf(i + 1), rows.get(i).get(k)));
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String cell(String place, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDateTime time) {
            double serial = ChronoUnit.SECONDS.between(DAY_ZERO, time) / 86_400.0;
            return "<c r=\"" + place + "\" s=\"1\"><v>" + serial + "</v></c>";
        }
        return value instanceof Number
                ? "<c r=\"" + place + "\"><v>" + value + "</v></c>"
                : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + escaped(value.toString()) + "</t></is></c>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
