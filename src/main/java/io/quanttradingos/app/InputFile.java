package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.DataFolder;
import io.quanttradingos.inputs.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file named on the command line: its user may read any file they can, inside the data folder or not.
 */
final class InputFile {
    private InputFile() {}

    /**
     * The file as an input; null where none is named.
     *
     * @param mostBytes a larger file is refused
     */
    static @Nullable Source source(String option, @Nullable Path file, DataFolder data, int mostBytes)
            throws IOException {
        if (file == null) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            throw Refusal.notFound(option + ": no file '" + file + "'");
        }
        Path real = file.toRealPath();
        if (real.startsWith(data.root())) {
            return new Source.InFolder(data.root().relativize(real).toString());
        }
        if (Files.size(real) > mostBytes) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    option + ": '" + file + "' is larger than the " + mostBytes
                            + " bytes allowed; QTOS_MAX_BODY_BYTES allows more",
                    List.of(),
                    null);
        }
        return new Source.Given(String.valueOf(file.getFileName()), Files.readAllBytes(real));
    }
}
