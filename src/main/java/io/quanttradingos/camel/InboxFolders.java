package io.quanttradingos.camel;

import io.quanttradingos.api.Json;
import io.quanttradingos.api.Problem;
import io.quanttradingos.state.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Where a dropped file, its result and its problems stand. */
public final class InboxFolders {
    private final Path inbox;
    private final Path outbox;

    /** The folders inside a data folder; they are created where they are missing. */
    public InboxFolders(Path data) throws IOException {
        this.inbox = data.resolve("inbox");
        this.outbox = data.resolve("outbox");
        for (Path folder : List.of(inbox, work(), done(), failed(), outbox)) {
            AtomicFile.createFolder(folder);
        }
    }

    /** The folder that people drop files in. */
    public Path inbox() {
        return inbox;
    }

    private Path work() {
        return inbox.resolve(".work");
    }

    private Path done() {
        return inbox.resolve(".done");
    }

    private Path failed() {
        return inbox.resolve(".failed");
    }

    /** The files a service that died had claimed. */
    List<Path> claimed() throws IOException {
        try (Stream<Path> files = Files.list(work())) {
            return files.filter(InboxFile::isClaimed).sorted().toList();
        }
    }

    void writeResult(InboxFile file, String kind, byte[] json) throws IOException {
        AtomicFile.write(outbox.resolve(file.name() + "." + kind + ".json"), readable(json));
    }

    void writeProblem(InboxFile file, Problem problem) throws IOException {
        AtomicFile.write(failed().resolve(file.name() + ".problems.json"), readable(Json.bytes(problem)));
    }

    private static byte[] readable(byte[] json) throws IOException {
        return (Json.pretty(Json.mapper().readTree(json)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Where a file goes whose result is written. */
    Path doneFor(InboxFile file) {
        return free(done(), file);
    }

    /** Where a file goes that was rejected. */
    Path failedFor(InboxFile file) {
        return free(failed(), file);
    }

    /** A name that is not taken: a file dropped earlier under the same one stays. */
    private static Path free(Path folder, InboxFile file) {
        Path plain = folder.resolve(file.name());
        return Files.exists(plain) ? folder.resolve(file.claim() + "-" + file.name()) : plain;
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
