package io.quanttradingos.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetsTest {
    @Test
    void a_sheet_as_text_has_a_cell_for_each_of_its_cells_and_reads_back_as_it_was() {
        Sheet sheet = new Sheet(
                "a", "utf-8", ',', List.of(row(1, "symbol", "shares"), row(2, "A, \"B\"", ""), row(3, "", "1")));

        byte[] text = Sheets.text(sheet);

        assertThat(new String(text, UTF_8)).isEqualTo("symbol,shares\n\"A, \"\"B\"\"\",\n\"\",1\n");
        assertThat(Sheets.ofText("a", text).rows()).isEqualTo(sheet.rows());
    }

    private static SheetRow row(int line, String... cells) {
        return new SheetRow(line, List.of(cells));
    }
}
