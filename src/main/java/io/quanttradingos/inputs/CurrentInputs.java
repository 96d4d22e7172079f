package io.quanttradingos.inputs;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceCsv;
import io.quanttradingos.marketdata.PriceReader;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.state.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices, holdings and plan of a run that names none: what the settings say, else what was dropped last, else the
 * sample.
 *
 * <p>Looked up for every run, so that a drop counts from the next run on. Files are replaced whole: a reader sees the old
 * one or the new one.
 */
public final class CurrentInputs {
    private static final String PRICES = "prices.csv";
    private static final String HOLDINGS = "holdings.csv";
    private static final String HOLDINGS_OWNER = "holdings.owner";
    private static final String PLAN = "plan.json";

    private final Path current;
    private final @Nullable String configuredPrices;
    private final @Nullable String configuredHoldings;
    private final Object pricesLock = new Object();

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
     */
    public CurrentInputs(Path data, @Nullable String configuredPrices, @Nullable String configuredHoldings) {
        this.current = data.resolve("current");
        this.configuredPrices = configuredPrices;
        this.configuredHoldings = configuredHoldings;
    }

    /** The price table of the moment. */
    public Source prices() {
        return new Source.InFolder(configuredPrices != null ? configuredPrices : chosen(PRICES));
    }

    /** The holdings of the moment. */
    public OwnedHoldings holdings() {
        if (configuredHoldings != null) {
            return new OwnedHoldings(new Source.InFolder(configuredHoldings), null);
        }
        if (!Files.exists(current.resolve(HOLDINGS))) {
            return new OwnedHoldings(new Source.InFolder("sample/" + HOLDINGS), null);
        }
        return new OwnedHoldings(new Source.InFolder("current/" + HOLDINGS), owner());
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

    private String chosen(String file) {
        return (Files.exists(current.resolve(file)) ? "current/" : "sample/") + file;
    }

    private @Nullable String owner() {
        try {
            return Files.readString(current.resolve(HOLDINGS_OWNER)).strip();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes dropped holdings the ones that count. */
    public void replaceHoldings(byte[] csv, String portfolioId) throws IOException {
        AtomicFile.createFolder(current);
        AtomicFile.write(current.resolve(HOLDINGS_OWNER), portfolioId.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(current.resolve(HOLDINGS), csv);
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
        synchronized (pricesLock) {
            AtomicFile.createFolder(current);
            Path file = current.resolve(PRICES);
            PriceTable merged = Files.exists(file) ? read(file).mergedWith(dropped) : dropped;
            AtomicFile.write(file, PriceCsv.write(merged));
        }
        return new Source.InFolder("current/" + PRICES);
    }

    private static PriceTable read(Path file) throws IOException {
        return PriceReader.standard()
                .read("current/" + PRICES, Files.readAllBytes(file))
                .orRefuse()
                .table();
    }
}
