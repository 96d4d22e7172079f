package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Refusal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file of one recording: read within bounds, and written so that a reader never sees a part of it. */
final class RecordingFile {
    /** More than an answer may hold, whatever its JSON grows by when it is written anew. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private RecordingFile() {}

    /**
     * Reads one; empty where there is no such file.
     *
     * @throws Refusal where the file is not a recording
     */
    static Optional<Recording> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw damaged(file);
            }
            JsonNode tree = KnownAnswer.JSON.readTree(bytes);
            Recording recording = Recording.read(tree).orElseThrow(() -> damaged(file));
            return Optional.of(recording);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw Refusal.notUsable("the recording " + file.getFileName() + " cannot be read");
        }
    }

    static Refusal damaged(Path file) {
        return Refusal.notUsable("the recording " + file.getFileName() + " is damaged; remove it, or record it again");
    }

    /** Writes to a temporary file that then takes the name. */
    static void write(Path file, Recording recording) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file needs a folder, was " + file);
        }
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".qtos-", ".tmp");
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(KnownAnswer.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(recording.tree()));
                out.getFD().sync();
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
