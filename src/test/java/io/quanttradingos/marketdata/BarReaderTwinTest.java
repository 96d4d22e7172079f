package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.marketdata.SlowBars.Bar;
import io.quanttradingos.marketdata.SlowBars.Spelling;
import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in many spellings, read by the product and by {@link SlowBars}. */
@Tag("one-java")
class BarReaderTwinTest {
    private static final int SEEDS = 300;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    /** A file in a random spelling. */
    private static final class Written {
        final SplittableRandom random;
        final Spelling spelling;
        final boolean intraday;
        final boolean named;
        final boolean faulty;
        final String text;
        final byte[] file;
        final Map<String, String> labels = new HashMap<>();

        Written(long seed, boolean faulty) {
            random = new SplittableRandom(seed);
            this.faulty = faulty;
            String delimiter = pick(",", ",", ";", "\t");
            int style = random.nextInt(4);
            intraday = random.nextInt(3) == 0;
            String time = random.nextInt(6) == 0 ? pick("s", "ms") : intraday ? intradayPattern() : dayPattern();
            spelling = new Spelling(
                    delimiter,
                    time,
                    style == 3 ? ',' : '.',
                    style == 2 ? "," : style == 3 ? "." : "",
                    random.nextInt(4) == 0);
            named = random.nextInt(3) == 0;
            text = text();
            file = encoded();
        }

        private String pick(String... choices) {
            return choices[random.nextInt(choices.length)];
        }

        private String dayPattern() {
            return pick("yyyy-MM-dd", "yyyy-MM-dd", "yyyyMMdd", "M/d/yyyy", "dd/MM/yyyy", "d.M.yyyy", "dd-MM-yyyy");
        }

        private String intradayPattern() {
            return pick(
                    "yyyy-MM-dd HH:mm",
                    "yyyy-MM-dd'T'HH:mm:ss",
                    "yyyy-MM-dd HH:mm:ss.SSS",
                    "yyyy-MM-dd'T'HH:mm:ss'Z'",
                    "yyyy-MM-dd HH:mm:ss'-05:00'",
                    "yyyyMMdd HHmmss",
                    "M/d/yyyy H:mm",
                    "MM/dd/yyyy hh:mm a",
                    "dd.MM.yyyy HH:mm",
                    "yyyyMMdd'T'HHmm'+0100'");
        }

        private String text() {
            List<String> columns = new ArrayList<>(List.of("date", "open", "high", "low", "close"));
            if (random.nextInt(5) > 0) {
                columns.add("volume");
            }
            if (spelling.adjusted() || random.nextInt(4) == 0) {
                columns.add("adjusted");
            }
            if (named) {
                columns.add("symbol");
            }
            if (random.nextInt(3) == 0) {
                columns.add("junk");
            }
            if (random.nextInt(3) == 0) {
                Collections.shuffle(columns, new java.util.Random(random.nextLong()));
            }
            if (random.nextInt(4) == 0) {
                columns.add(0, "");
            }
            label("date", "Date", "timestamp", "DateTime", "TIME");
            label("open", "Open", "o");
            label("high", "HIGH", "h");
            label("low", "Low", "L");
            label("close", "close", "C", "Close/Last");
            label("volume", "Volume", "vol", "V");
            label("adjusted", "Adj Close", "adj_close", "adjusted_close", "AdjClose");
            label("symbol", "symbol", "Ticker");
            label("junk", "dividend", "note");
            return rows(columns);
        }

        private void label(String column, String... spellings) {
            labels.put(column, pick(spellings));
        }

        private String rows(List<String> columns) {
            String lineEnd = pick("\n", "\n", "\r\n", "\r");
            StringBuilder text = new StringBuilder(pick("", "", "\n", "  \n"));
            text.append(String.join(
                            spelling.delimiter(),
                            columns.stream()
                                    .map(c -> labels.getOrDefault(c, ""))
                                    .toList()))
                    .append(lineEnd);
            List<Map<String, String>> rows = new ArrayList<>();
            List<String> symbols =
                    named ? List.of("SPY", "tlt", "BRK-B").subList(0, 1 + random.nextInt(3)) : List.of("");
            boolean blocks = random.nextBoolean();
            for (String symbol : symbols) {
                List<Map<String, String>> own = bars(symbol);
                if (random.nextInt(3) == 0) {
                    Collections.reverse(own);
                }
                rows.addAll(own);
            }
            if (!blocks) {
                rows = interleaved(rows, symbols.size());
            }
            boolean quotes = random.nextInt(3) == 0;
            for (Map<String, String> row : rows) {
                text.append(String.join(
                                spelling.delimiter(),
                                columns.stream()
                                        .map(c -> spelt(row.getOrDefault(c, "7"), quotes))
                                        .toList()))
                        .append(lineEnd)
                        .append(random.nextInt(20) == 0 ? lineEnd : "");
            }
            return random.nextBoolean() ? text.toString() : text.toString().replaceFirst("[\r\n]+$", "");
        }

        private static List<Map<String, String>> interleaved(List<Map<String, String>> rows, int symbols) {
            List<Map<String, String>> mixed = new ArrayList<>();
            int each = rows.size() / symbols;
            for (int row = 0; row < each; row++) {
                for (int symbol = 0; symbol < symbols; symbol++) {
                    mixed.add(rows.get(symbol * each + row));
                }
            }
            return mixed;
        }

        private List<Map<String, String>> bars(String symbol) {
            List<Map<String, String>> rows = new ArrayList<>();
            LocalDateTime time = LocalDate.of(2019, 12, 20).atTime(intraday ? 9 : 0, intraday ? 30 : 0);
            DateTimeFormatter form =
                    spelling.time().length() <= 2 ? null : DateTimeFormatter.ofPattern(spelling.time(), Locale.ROOT);
            double price = Math.exp(random.nextDouble() * 12 - 4);
            for (int i = 0; i < 60; i++) {
                Map<String, String> row = new HashMap<>();
                row.put("symbol", symbol);
                row.put("date", form == null ? number(time) : form.format(time));
                price *= 0.97 + 0.06 * random.nextDouble();
                long scale = price > 900 ? 100 : price > 1 ? 1000 : 100_000_000;
                long[] levels = random.longs(4, 0, 1 + (long) (price * scale / 20))
                        .map(step -> 1 + step)
                        .sorted()
                        .toArray();
                long base = (long) (price * scale);
                boolean up = random.nextBoolean();
                row.put("low", decimal(base + levels[0], scale));
                row.put("open", decimal(base + levels[up ? 1 : 2], scale));
                row.put("close", decimal(base + levels[up ? 2 : 1], scale));
                row.put("high", decimal(base + levels[3], scale));
                row.put("adjusted", decimal(1 + base / (2 + random.nextInt(3)), scale));
                row.put("volume", volume());
                if (faulty && random.nextInt(12) == 0) {
                    spoil(row);
                }
                rows.add(row);
                time = intraday
                        ? time.plusSeconds(
                                spelling.time().contains("s")
                                        ? 1 + random.nextInt(40_000)
                                        : 60 * (1 + random.nextInt(900)))
                        : time.plusDays(1 + random.nextInt(3));
            }
            return rows;
        }

        private String number(LocalDateTime time) {
            long seconds = time.toEpochSecond(ZoneOffset.UTC);
            return spelling.time().equals("s")
                    ? seconds + pick("", "", ".0")
                    : seconds + String.format(Locale.ROOT, "%03d", random.nextInt(1000));
        }

        private String decimal(long scaled, long scale) {
            int decimals = Long.toString(scale).length() - 1;
            String whole = grouped(Long.toString(scaled / scale));
            String fraction = String.format(Locale.ROOT, "%0" + decimals + "d", scaled % scale);
            // Three digits behind the mark are those of a group, too: only others tell what the mark is.
            return whole + spelling.decimal() + fraction + (decimals == 3 ? "5" : "");
        }

        private String grouped(String digits) {
            return spelling.thousands().isEmpty() || random.nextInt(3) == 0
                    ? digits
                    : digits.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", spelling.thousands());
        }

        private String volume() {
            return switch (random.nextInt(8)) {
                case 0 -> "0";
                case 1 -> pick("", "null", "NA", "-");
                case 2 -> grouped(Long.toString(random.nextLong(1_000_000_000_000_000_000L)));
                default -> grouped(Long.toString(random.nextLong(1L << random.nextInt(1, 50))));
            };
        }

        private void spoil(Map<String, String> row) {
            String column = pick("open", "high", "low", "close");
            switch (random.nextInt(7)) {
                case 0 ->
                    row.put(column, pick("", "null", "NaN", "x", "inf", "1e999", "0", "0" + spelling.decimal() + "00"));
                case 1 -> row.put(column, "-" + row.get(column));
                case 2 -> row.put("high", row.put("low", row.get("high")));
                case 3 -> row.put("date", pick("", "Total", "2020-02-31", "99/99/2020"));
                case 4 -> row.put("symbol", named ? pick("", "no ticker", "!") : "");
                case 5 -> List.of("open", "high", "low", "close").forEach(c -> row.put(c, ""));
                default -> row.put("volume", "-5");
            }
        }

        private String spelt(String cell, boolean quotes) {
            boolean needed = cell.contains(spelling.delimiter());
            String quoted = needed || (quotes && random.nextInt(3) == 0) ? '"' + cell + '"' : cell;
            String dollar = random.nextInt(40) == 0 && cell.matches("[0-9]+[.,][0-9]{4}") ? "$" : "";
            return !quotes ? quoted : pick("", " ") + (quoted.equals(cell) ? dollar : "") + quoted + pick("", " ");
        }

        private byte[] encoded() {
            byte[] plain = switch (random.nextInt(5)) {
                case 0 -> TestBytes.utf8("\uFEFF" + text);
                case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                default -> TestBytes.utf8(text);
            };
            return switch (random.nextInt(5)) {
                case 0 -> TestBytes.gzip(plain);
                case 1 -> TestBytes.zip(plain);
                default -> plain;
            };
        }
    }

    private static BarReader reader(Written written) {
        return BarReader.standard().forSymbol(Symbol.of("QQQ")).adjusted(written.spelling.adjusted());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_spelling_is_read_as_the_slow_way_reads_it(int seed) {
        Written written = new Written(seed, false);
        SlowBars slow = new SlowBars(written.text, written.spelling, "QQQ");
        assertThat(slow.badLines).isEmpty();

        BarFile file = reader(written).read("bars.csv", written.file).orRefuse();

        agree(file, slow, written.spelling.adjusted());
        assertThat(file.instruments())
                .extracting(bars -> bars.symbol().text())
                .containsExactlyElementsOf(slow.instruments.keySet());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bad_rows_are_those_the_slow_way_cannot_read(int seed) {
        Written written = new Written(seed, true);
        SlowBars slow = new SlowBars(written.text, written.spelling, "QQQ");

        Parsed<BarFile> rejected = reader(written).read("bars.csv", written.file);
        BarFile skipped = reader(written)
                .onBadRow(OnBadRow.SKIP)
                .read("bars.csv", written.file)
                .orRefuse();

        assertThat(rejected.problems().stream().map(InputProblem::line).limit(Problems.MOST))
                .isEqualTo(slow.badLines.stream().limit(Problems.MOST).toList());
        agree(skipped, slow, written.spelling.adjusted());
        if (!slow.badLines.isEmpty()) {
            assertThat(skipped.warnings())
                    .last()
                    .asString()
                    .startsWith(slow.badLines.size() + (slow.badLines.size() == 1 ? " bad row was" : " bad rows were"))
                    .contains("line " + slow.badLines.get(0) + " ");
        }
    }

    @Test
    void the_files_differ_in_what_matters() {
        List<Written> all = seeds().mapToObj(seed -> new Written(seed, false)).toList();

        assertThat(all.stream().map(w -> w.spelling.time()).distinct()).hasSizeGreaterThan(15);
        assertThat(all.stream()
                        .map(w -> w.spelling.delimiter() + w.spelling.decimal() + w.spelling.thousands())
                        .distinct())
                .hasSize(9);
        assertThat(all.stream().filter(w -> w.spelling.adjusted()).count()).isGreaterThan(50);
        assertThat(all.stream().filter(w -> w.named).count()).isGreaterThan(50);
    }

    private static void agree(BarFile file, SlowBars slow, boolean adjusted) {
        assertThat(file.instruments())
                .extracting(bars -> bars.symbol().text())
                .containsExactlyInAnyOrderElementsOf(slow.instruments.keySet());
        int rows = 0;
        for (Bars bars : file.instruments()) {
            TreeMap<LocalDateTime, Bar> expected =
                    Objects.requireNonNull(slow.instruments.get(bars.symbol().text()));
            assertThat(bars.rows()).isEqualTo(expected.size());
            int row = 0;
            for (Map.Entry<LocalDateTime, Bar> entry : expected.entrySet()) {
                assertThat(LocalDateTime.ofInstant(bars.time(row), ZoneOffset.UTC))
                        .isEqualTo(entry.getKey());
                Bar bar = entry.getValue();
                Bar read = new Bar(
                        bars.open()[row], bars.high()[row], bars.low()[row], bars.close()[row], bars.volume()[row]);
                if (adjusted) {
                    assertThat(read.close()).isEqualTo(bar.close());
                    assertThat(read.volume()).isEqualTo(Double.valueOf(bar.volume()));
                    assertThat(read.open()).isCloseTo(bar.open(), within(1e-15 * 4 * bar.open()));
                    assertThat(read.high()).isCloseTo(bar.high(), within(1e-15 * 4 * bar.high()));
                    assertThat(read.low()).isCloseTo(bar.low(), within(1e-15 * 4 * bar.low()));
                } else {
                    assertThat(read).isEqualTo(bar);
                }
                row++;
            }
            rows += row;
        }
        assertThat(file.rows()).isEqualTo(rows);
    }
}
