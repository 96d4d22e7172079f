package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files nobody meant to send: the samples, damaged as disks, programs and enemies damage files. */
final class FileFuzz {
    private static final Path SAMPLE = Path.of("data", "sample");
    private static final List<String> NAMES =
            List.of("holdings.csv", "journal.csv", "ohlcv.csv", "plan.json", "prices.csv", "trades.csv");
    private static final String EXPORT = """
            Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
            11/15/2023,Sell,TLT,LONG BONDS,10,$95.00,$1.00,$949.00
            11/10/2023,Cash Dividend,SPY,S&P 500,,,,$12.00
            11/02/2023,Buy,TLT,LONG BONDS,10,$90.00,$1.00,-$901.00
            11/01/2023,Buy,SPY,S&P 500,20,$400.00,$2.00,-$8002.00
            """;

    private static final int MOST_LINES = 400;
    private static final int MOST_MUTATIONS = 4;
    private static final int BOMB_BYTES = 48 * 1024 * 1024;

    private final List<byte[]> seeds = new ArrayList<>();

    FileFuzz() {
        for (String name : NAMES) {
            try {
                List<String> lines = Files.readAllLines(SAMPLE.resolve(name));
                String start = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size())));
                seeds.add(start.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        seeds.add(EXPORT.getBytes(UTF_8));
        seeds.add(workbook());
    }

    /** Holdings as a spreadsheet would save them. */
    static byte[] workbook() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "fuzz", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Holdings");
            for (int i = 0; i < 40; i++) {
                sheet.value(i, 0, i == 0 ? "symbol" : "SPY");
                if (i == 0) {
                    sheet.value(i, 1, "shares");
                } else {
                    sheet.value(i, 1, i);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The file that is meant, as often as not, damaged or whole. */
    byte[] like(String meant, RandomGenerator random) {
        for (int i = 0; i < NAMES.size(); i++) {
            String stem = NAMES.get(i).substring(0, NAMES.get(i).indexOf('.'));
            if (meant.contains(stem) && random.nextInt(4) > 0) {
                return damaged(seeds.get(i), random);
            }
        }
        return any(random);
    }

    /** One of the samples, damaged or whole. */
    byte[] any(RandomGenerator random) {
        return damaged(seeds.get(random.nextInt(seeds.size())), random);
    }

    private byte[] damaged(byte[] seed, RandomGenerator random) {
        byte[] file = seed;
        for (int i = random.nextInt(MOST_MUTATIONS); i > 0; i--) {
            file = isZip(file) && random.nextInt(4) > 0 ? changedInside(file, random) : mutated(file, random);
        }
        return packed(file, random);
    }

    private static boolean isZip(byte[] file) {
        return file.length > 1 && file[0] == 'P' && file[1] == 'K';
    }

    /** A zip file that is whole, with damage in one of the files in it; one that cannot be read stays as it is. */
    private static byte[] changedInside(byte[] file, RandomGenerator random) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            return file;
        }
        if (entries.isEmpty()) {
            return file;
        }
        String hit = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
        entries.computeIfPresent(hit, (name, content) -> changedMarkup(content, random));
        return zip(entries);
    }

    private static byte[] changedMarkup(byte[] xml, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> flipped(xml, random);
            case 1 -> doubled(xml, random);
            case 2 -> Arrays.copyOf(xml, random.nextInt(xml.length + 1));
            case 3 -> between(xml, random, '"', HostileTexts.any(random));
            case 4 -> between(xml, random, '>', HostileTexts.any(random));
            default -> between(xml, random, '"', Long.toString(random.nextLong()));
        };
    }

    /** What stands behind one of the marks, up to the next mark or tag, replaced. */
    private static byte[] between(byte[] xml, RandomGenerator random, char mark, String with) {
        String text = text(xml);
        int from = text.indexOf(mark, random.nextInt(text.length() + 1)) + 1;
        int to = from;
        while (to < text.length() && text.charAt(to) != mark && text.charAt(to) != '<') {
            to++;
        }
        return (text.substring(0, from) + with + text.substring(to)).getBytes(UTF_8);
    }

    private byte[] mutated(byte[] file, RandomGenerator random) {
        return switch (random.nextInt(16)) {
            case 0 -> flipped(file, random);
            case 1 -> Arrays.copyOf(file, random.nextInt(file.length + 1));
            case 2 -> doubled(file, random);
            case 3 -> replacedInHeader(file, random);
            case 4 -> text(file).replace(',', ";\t|".charAt(random.nextInt(3))).getBytes(ISO_8859_1);
            case 5 -> text(file).getBytes(UTF_16LE);
            case 6 -> joined("\u00ef\u00bb\u00bf", file);
            case 7 -> withCell(file, random, '"' + HostileTexts.any(random));
            case 8, 9, 10 -> withCell(file, random, HostileTexts.any(random));
            case 11 ->
                text(file).replace("\n", random.nextBoolean() ? "\r" : "\r\n").getBytes(ISO_8859_1);
            case 12 -> withCell(file, random, "9".repeat(1 + random.nextInt(400)));
            case 13 -> shuffled(file, random);
            case 14 -> joined("[".repeat(random.nextInt(3000)), file);
            default -> noise(random);
        };
    }

    private static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }

    private static byte[] joined(String before, byte[] file) {
        return (before + text(file)).getBytes(ISO_8859_1);
    }

    private static byte[] flipped(byte[] file, RandomGenerator random) {
        byte[] copy = file.clone();
        for (int i = random.nextInt(8); i >= 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] doubled(byte[] file, RandomGenerator random) {
        String text = text(file);
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(text.length() - from + 1);
        return (text.substring(0, to) + text.substring(from)).getBytes(ISO_8859_1);
    }

    private static byte[] replacedInHeader(byte[] file, RandomGenerator random) {
        String[] lines = text(file).split("\n", 2);
        String[] cells = lines[0].split(",", -1);
        cells[random.nextInt(cells.length)] =
                random.nextBoolean() ? cells[random.nextInt(cells.length)] : HostileTexts.any(random);
        return (String.join(",", cells) + (lines.length > 1 ? "\n" + lines[1] : "")).getBytes(UTF_8);
    }

    private static byte[] withCell(byte[] file, RandomGenerator random, String cell) {
        String[] lines = text(file).split("\n", -1);
        int at = random.nextInt(lines.length);
        String[] cells = lines[at].split(",", -1);
        cells[random.nextInt(cells.length)] = cell;
        lines[at] = String.join(",", cells);
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static byte[] shuffled(byte[] file, RandomGenerator random) {
        String[] lines = text(file).split("\n", -1);
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        return String.join("\n", lines).getBytes(ISO_8859_1);
    }

    private static byte[] noise(RandomGenerator random) {
        byte[] noise = new byte[random.nextInt(2000)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] packed(byte[] file, RandomGenerator random) {
        int kind = random.nextInt(24);
        if (kind > 2) {
            return file;
        }
        byte[] content = kind == 2 && random.nextInt(20) == 0 ? new byte[BOMB_BYTES] : file;
        byte[] packed = random.nextBoolean() ? gzip(content) : zip(content);
        return random.nextBoolean() ? packed : flipped(packed, random);
    }

    /** The content as one gzip member. */
    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The content as the one entry of a zip file, under a name that leads elsewhere. */
    static byte[] zip(byte[] content) {
        return zip("../../hostile.csv", content);
    }

    /** The content as the one entry of a zip file. */
    static byte[] zip(String name, byte[] content) {
        return zip(Map.of(name, content));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
