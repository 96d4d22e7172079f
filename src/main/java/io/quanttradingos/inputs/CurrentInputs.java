package io.quanttradingos.inputs;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceCsv;
import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.marketdata.ReadLimits;
import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.state.ContentDigest;
import io.quanttradingos.state.FolderLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices, holdings and plan of a run that names none: what the settings say, else what was dropped last, else the
 * sample.
 *
 * <p>Looked up for every run, so that a drop counts from the next run on. Files are replaced whole: a reader sees the old
 * one or the new one. Whose the holdings are stands beside them with their digest, so that whoever reads between the two
 * writes, or after a kill there, never takes one sender's holdings for another's. Services that share the folder take turns
 * at adding prices.
 */
public final class CurrentInputs {
    private static final String PRICES = "prices.csv";
    private static final String HOLDINGS = "holdings.csv";
    private static final String HOLDINGS_OWNER = "holdings.owner";
    private static final String PLAN = "plan.json";
    private static final long MOST_BYTES = 32L << 20;

    private final Path current;
    private final Path sample;
    private final @Nullable String configuredPrices;
    private final @Nullable String configuredHoldings;
    private final ReadLimits limits;
    private final FolderLock changes;

    /**
     * Holdings with whose they are.
     *
     * @param portfolioId under which their peak is recorded; null where their file's own name tells
     */
    public record OwnedHoldings(Source source, @Nullable String portfolioId) {}

    /**
     * Looks in a data folder.
     *
     * @param configuredPrices a file inside it that wins over what was dropped; null where none is set
     * @param configuredHoldings likewise
     * @param limits how large the price table may be that dropped prices are added to
     */
    public CurrentInputs(
            Path data, @Nullable String configuredPrices, @Nullable String configuredHoldings, ReadLimits limits) {
        this.limits = limits;
        this.current = data.resolve("current");
        this.sample = data.resolve("sample");
        this.changes = new FolderLock(current.resolve(".lock"));
        this.configuredPrices = configuredPrices;
        this.configuredHoldings = configuredHoldings;
    }

    /**
     * The price table of the moment.
     *
     * @throws Refusal where none was dropped, none is set and there is no sample
     */
    public Source prices() {
        if (configuredPrices != null) {
            return new Source.InFolder(configuredPrices);
        }
        return Files.exists(current.resolve(PRICES))
                ? new Source.InFolder("current/" + PRICES)
                : sample(PRICES, "no prices are known yet: drop a price table", "prices_path or QTOS_PRICES_PATH");
    }

    /**
     * The holdings of the moment.
     *
     * @throws Refusal as {@link #prices}
     */
    public OwnedHoldings holdings() {
        if (configuredHoldings != null) {
            return new OwnedHoldings(new Source.InFolder(configuredHoldings), null);
        }
        String name = "current/" + HOLDINGS;
        Path file = current.resolve(HOLDINGS);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() > MOST_BYTES) {
                return new OwnedHoldings(
                        new Source.InFolder(name), null); // which follows links within bounds, or refuses
            }
            byte[] content = Files.readAllBytes(file);
            return new OwnedHoldings(new Source.Given(name, content), owner(content, "file:" + name));
        } catch (NoSuchFileException e) {
            return new OwnedHoldings(
                    sample(
                            HOLDINGS,
                            "no holdings are known yet: drop a file of them",
                            "holdings_path or QTOS_HOLDINGS_PATH"),
                    null);
        } catch (IOException e) {
            return new OwnedHoldings(new Source.InFolder(name), null); // which says that it cannot be read
        }
    }

    /** Whether anyone has said which holdings count, or the sample's would be used. */
    public boolean hasOwnHoldings() {
        return configuredHoldings != null || Files.exists(current.resolve(HOLDINGS));
    }

    /** The plan that was dropped last. */
    public Optional<Source> plan() {
        return Files.exists(current.resolve(PLAN))
                ? Optional.of(new Source.InFolder("current/" + PLAN))
                : Optional.empty();
    }

    /** A file of the sample, which a workspace need not have. */
    private Source sample(String file, String without, String names) {
        if (!Files.exists(sample.resolve(file))) {
            throw Refusal.notUsable(without + " into the inbox, or name one with " + names);
        }
        return new Source.InFolder("sample/" + file);
    }

    /** The owner whose line has the digest of the holdings; a line without a digest is of any. */
    private String owner(byte[] holdings, String otherwise) throws IOException {
        String digest = ContentDigest.sha256(holdings);
        for (String line : ownerLines()) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 1 || parts[1].equals(digest)) {
                return parts[0];
            }
        }
        return otherwise;
    }

    private List<String> ownerLines() throws IOException {
        try {
            return Files.readAllLines(current.resolve(HOLDINGS_OWNER));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Makes dropped holdings the ones that count. */
    public void replaceHoldings(byte[] csv, String portfolioId) throws IOException {
        AtomicFile.createFolder(current);
        changes.hold(() -> {
            String line = portfolioId + " " + ContentDigest.sha256(csv) + "\n";
            writeOwners(line + ownerOfBefore()); // whose those of before were may stay: a digest tells them apart
            AtomicFile.write(current.resolve(HOLDINGS), csv);
        });
    }

    /** The line of the holdings that count until they are replaced; empty where none do. */
    private String ownerOfBefore() throws IOException {
        try {
            byte[] before = Files.readAllBytes(current.resolve(HOLDINGS));
            return owner(before, "file:current/" + HOLDINGS) + " " + ContentDigest.sha256(before) + "\n";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private void writeOwners(String lines) throws IOException {
        AtomicFile.write(current.resolve(HOLDINGS_OWNER), lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a dropped plan the one that counts. */
    public void replacePlan(byte[] json) throws IOException {
        AtomicFile.createFolder(current);
        AtomicFile.write(current.resolve(PLAN), json);
    }

    /**
     * Adds dropped prices to those that were dropped before; where both have a close the new one counts. The sample's
     * invented prices are never mixed with anyone's own.
     *
     * @return the file the prices are in now, inside the data folder
     */
    public Source addPrices(PriceTable dropped) throws IOException {
        if (configuredPrices != null) {
            throw Refusal.notUsable(
                    "QTOS_PRICES_PATH names the price file, so dropped prices would not count; change that file instead");
        }
        AtomicFile.createFolder(current);
        changes.hold(() -> {
            Path file = current.resolve(PRICES);
            PriceTable merged = Files.exists(file) ? read(file).mergedWith(dropped) : dropped;
            AtomicFile.write(file, PriceCsv.write(merged));
        });
        return new Source.InFolder("current/" + PRICES);
    }

    private PriceTable read(Path file) throws IOException {
        return PriceReader.standard()
                .within(limits)
                .read("current/" + PRICES, Files.readAllBytes(file))
                .orRefuse()
                .table();
    }
}
