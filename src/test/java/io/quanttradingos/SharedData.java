package io.quanttradingos;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real market data and reference values kept beside the checkout; absent for most people, so tests skip visibly. */
public final class SharedData {
    private static final Path ROOT = Path.of(System.getenv().getOrDefault("QTOS_SHARED", "../shared"));

    private SharedData() {}

    /** The file, or the test is skipped with a message naming it. */
    public static Path file(String name) {
        Path file = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "skipped: " + name + " is not beside this checkout");
        return file;
    }
}
