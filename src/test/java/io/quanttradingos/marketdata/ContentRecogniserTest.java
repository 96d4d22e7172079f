package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.marketdata.ContentRecogniser.Recognised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRecogniserTest {
    @ParameterizedTest
    @CsvSource({
        "prices.csv, WIDE_PRICES",
        "ohlcv.csv, OHLCV",
        "holdings.csv, HOLDINGS",
        "trades.csv, TRADES",
        "journal.csv, JOURNAL",
        "plan.json, PLAN_JSON"
    })
    void each_sample_file_is_recognised_plain_and_compressed(String name, ContentKind kind) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("data", "sample", name));

        assertThat(recognise(file).kind()).isEqualTo(kind);
        assertThat(recognise(TestBytes.gzip(file)).kind()).isEqualTo(kind);
        assertThat(recognise(TestBytes.zip(file)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ticker;Qty\\nSPY;10|HOLDINGS",
                "SYMBOL,Quantity,Price\\nSPY,10,400|HOLDINGS",
                "date,symbol,shares,price\\n2024-01-02,SPY,1,2|HOLDINGS",
                "Date,Ticker,Adj Close\\n2024-01-02,SPY,1|LONG_PRICES",
                "symbol,date,price\\nSPY,2024-01-02,1|LONG_PRICES",
                "date,symbol,open,high,low,close,volume\\n2024-01-02,SPY,1,2,1,2,9|OHLCV",
                "Timestamp;Ticker;o;h;l;c\\n2024-01-02;SPY;1;2;1;2|OHLCV",
                "date,o,h,l,c,v\\n2024-01-02,1,2,1,2,9|OHLCV",
                ",open,high,low,close\\n2024-01-02,1,2,1,2|OHLCV",
                "date,symbol,open,close\\n2024-01-02,SPY,1,2|LONG_PRICES",
                "date,symbol,open,high,low,shares\\n2024-01-02,SPY,1,2,1,9|HOLDINGS",
                "date,side,ENTRY,exit,Size\\n2024-01-02,BUY,1,2,3|JOURNAL",
                "date,symbol,side,buy_price,sell_price,qty\\n|JOURNAL",
                "date,entry,exit\\n|UNKNOWN",
                ",SPY,TLT\\n2024-01-02,,1|WIDE_PRICES",
                "date,account,note\\n2024-01-02,first,second|UNKNOWN",
                "name,city\\nA,B|UNKNOWN",
                "{\"holdings_path\":\"h.csv\"}|JOB_JSON",
                "  {\"strategy_type\": \"buy_and_hold\"}|JOB_JSON",
                "{}|JOB_JSON",
                "[{\"date\":\"2024-01-02\",\"symbol\":\"SPY\",\"qty\":1,\"entry\":2,\"exit\":3}]|JOURNAL",
                "{\"symbol\":\"SPY\",\"qty\":1,\"entry\":2,\"exit\":3}|JOURNAL",
                "[{\"symbol\":\"SPY\",\"shares\":1,\"entry_price\":2,\"exit_price\":3}]|TRADES",
                "{\"symbol\":\"SPY\",\"trades\":[{\"entry_price\":2,\"exit_price\":3,\"shares\":1}]}|JOB_JSON",
                "{\"execution_plan_path\":\"p\",\"allowed_regimes\":[]}|JOB_JSON",
                "{\"hello\":1}|UNKNOWN",
                "just a sentence|UNKNOWN"
            })
    void a_file_is_told_by_its_content(String text, ContentKind kind) {
        assertThat(recognise(TestBytes.utf8(text.replace("\\n", "\n"))).kind()).isEqualTo(kind);
    }

    @Test
    void what_is_not_recognised_says_why() {
        assertThat(recognise(new byte[0])).isEqualTo(new Recognised(ContentKind.UNKNOWN, "is empty (0 bytes)"));
        assertThat(recognise(TestBytes.utf8("date,entry,exit\n")).reason())
                .isEqualTo("has entry and exit columns but no quantity column (qty or shares)");
        assertThat(recognise(TestBytes.utf8("name,city\nA,B\n")).reason())
                .isEqualTo("has a header of no known kind (must have the date in its first column, was 'name')");
        assertThat(recognise(new byte[] {'a', 0, 1}).reason()).startsWith("is not a text file: byte 2");
        assertThat(ContentRecogniser.recognise(TestBytes.gzip(new byte[5000]), 1000)
                        .reason())
                .isEqualTo("expands to more than the limit of 1000 bytes");
    }

    private static Recognised recognise(byte[] file) {
        return ContentRecogniser.recognise(file, 1 << 20);
    }
}
