package io.quanttradingos.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the sample files into a folder, for example {@code GenerateSample data/sample 162}.
 *
 * <p>Run once when the sample is to change; what is committed under {@code data/sample} came from
 * {@link #COMMITTED_SEED}.
 */
public final class GenerateSample {
    /** The seed of the committed files. */
    public static final long COMMITTED_SEED = 162;

    private GenerateSample() {}

    /**
     * Writes the files, replacing what is there.
     *
     * @param args the folder, then optionally a seed
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            throw new IllegalArgumentException("usage: GenerateSample <folder> [seed]");
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : COMMITTED_SEED;
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Map.Entry<String, String> file : SampleFiles.of(seed).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
