package io.quanttradingos.camel;

import io.quanttradingos.api.Json;
import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.state.FolderLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a dropped file, its result and its problems stand.
 *
 * <p>A result and its file keep the name the file was dropped under while nobody has it; else the claim is put before both,
 * so that no later drop replaces what an earlier one left. Services that share the folders take turns at this.
 */
public final class InboxFolders {
    private static final String PROBLEMS = ".problems.json";
    private static final String NOTE = ".again-";

    private final Path inbox;
    private final Path outbox;
    private final Path current;
    private final FolderLock placing;

    /** The folders inside a data folder; they are created where they are missing. */
    public InboxFolders(Path data) throws IOException {
        this.inbox = data.resolve("inbox");
        this.outbox = data.resolve("outbox");
        this.current = data.resolve("current");
        for (Path folder : needed()) {
            AtomicFile.createFolder(folder);
        }
        this.placing = new FolderLock(services().resolve("placing.lock"));
    }

    /** The folder that people drop files in. */
    public Path inbox() {
        return inbox;
    }

    private List<Path> needed() {
        return List.of(inbox, work(), done(), failed(), services(), outbox);
    }

    /**
     * Why no file can be taken and done with at the moment, such as a folder that cannot be written; empty where nothing is in the
     * way. Folders that someone tidied away are made again, but never the inbox: where it was on a disk that is gone, what is
     * dropped in its place would be hidden once the disk is back.
     */
    Optional<String> trouble() {
        if (!Files.isDirectory(inbox)) {
            return Optional.of(inbox + " is gone");
        }
        if (!Files.isReadable(inbox)) {
            return Optional.of(inbox + " cannot be read");
        }
        for (Path folder : needed()) {
            try {
                AtomicFile.createFolder(folder);
            } catch (IOException e) {
                return Optional.of(folder + " cannot be made: " + e.getMessage());
            }
        }
        return Stream.concat(needed().stream(), Stream.of(current).filter(Files::exists))
                .filter(folder -> !isUsable(folder))
                .findFirst()
                .map(folder -> folder + " cannot be written");
    }

    /** Some network file systems say no and mean yes, so that a file is tried before it is believed. */
    private static boolean isUsable(Path folder) {
        if (Files.isWritable(folder) && Files.isExecutable(folder)) {
            return true;
        }
        try {
            Files.delete(AtomicFile.createProbe(folder));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Who watches the inbox. */
    Path services() {
        return inbox.resolve(".services");
    }

    /** The folders that results and problems are written to. */
    List<Path> written() {
        return List.of(outbox, failed());
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

    /**
     * Claims a dropped file in one step of the file system, so that of two services one gets it. It survives a power cut after
     * {@link #forceClaims}.
     *
     * @return the claimed file; empty where another service was faster, or its sender took it back
     */
    Optional<Path> claim(Path dropped, String claim) throws IOException {
        AtomicFile.createFolder(work());
        Path claimed = work().resolve(InboxFile.claimedName(claim, String.valueOf(dropped.getFileName())));
        try {
            Files.move(dropped, claimed, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(claimed);
    }

    void forceClaims() throws IOException {
        AtomicFile.forceFolder(work());
    }

    /** Puts a claimed file back that nobody has read, unless its name has been used again; then it stays claimed. */
    void giveBack(Path claimed, Path dropped) throws IOException {
        try {
            Files.createLink(dropped, claimed); // a rename would replace another file of the name
            Files.delete(claimed);
        } catch (FileAlreadyExistsException | NoSuchFileException | UnsupportedOperationException e) {
            // taken up at the next start
        }
    }

    /** The files that were claimed and are not done, in the order of their claims. */
    List<InboxFile> claimed() throws IOException {
        try (Stream<Path> files = Files.list(work())) {
            return files.filter(InboxFile::isClaimed)
                    .sorted()
                    .map(InboxFile::of)
                    .toList();
        }
    }

    /**
     * What the inbox holds at the moment.
     *
     * @param waiting dropped files that nobody has taken
     * @param oldest when the one was last changed that has waited longest; null where none waits
     * @param claimed files in work, of every service that shares the inbox
     */
    public record Backlog(int waiting, @Nullable Instant oldest, int claimed) {}

    /** Counts the files. */
    public Backlog backlog() throws IOException {
        int waiting = 0;
        Instant oldest = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(inbox)) {
            for (Path file : files) {
                BasicFileAttributes seen = lookAt(file);
                if (seen != null) {
                    waiting++;
                    Instant changed = seen.lastModifiedTime().toInstant();
                    oldest = oldest == null || changed.isBefore(oldest) ? changed : oldest;
                }
            }
        }
        return new Backlog(waiting, oldest, claimed().size());
    }

    /** Null where it is no dropped file, or has just been taken. */
    private static @Nullable BasicFileAttributes lookAt(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(".")) {
            return null;
        }
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return seen.isDirectory() ? null : seen;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /**
     * Notes that a claimed file is taken up again, before anything is done with it: where the service ends by it, the next start
     * knows.
     *
     * @return how often it was taken up, this time included
     */
    int takenUpAgain(InboxFile file) throws IOException {
        Path note = note(file);
        int times = exists(note) ? (int) Files.size(note) + 1 : 1;
        AtomicFile.write(note, "x".repeat(times).getBytes(StandardCharsets.US_ASCII));
        return times;
    }

    private Path note(InboxFile file) {
        return work().resolve(NOTE + file.claim());
    }

    /** Deletes the notes of files that were done with by a service that was killed before it could. */
    void removeNotes() throws IOException {
        List<InboxFile> claimed = claimed();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(work(), NOTE + "*")) {
            for (Path note : notes) {
                if (claimed.stream().noneMatch(file -> note(file).equals(note))) {
                    Files.deleteIfExists(note);
                }
            }
        }
    }

    /** What is done with one claimed file. */
    @FunctionalInterface
    interface TakingUp {
        void take(InboxFile file);
    }

    /** Takes up claimed files that nobody owns, unless another service that starts has taken them up meanwhile. */
    void adopt(List<InboxFile> ofNobody, TakingUp takingUp) throws IOException {
        if (ofNobody.isEmpty()) {
            return;
        }
        new FolderLock(services().resolve("adopting.lock"))
                .hold(() ->
                        ofNobody.stream().filter(file -> exists(file.path())).forEach(takingUp::take));
    }

    /**
     * Writes the result of a file, then moves the file away.
     *
     * <p>The page comes first: whoever waits for the JSON finds both.
     *
     * @param page the result as HTML; null where there is no such thing
     */
    void done(InboxFile file, String kind, byte[] json, byte @Nullable [] page) throws IOException {
        Map<String, byte[]> results = new LinkedHashMap<>();
        if (page != null) {
            results.put("." + kind + ".html", page);
        }
        results.put("." + kind + ".json", readable(json));
        place(file, done(), outbox, results);
    }

    /** Writes what is wrong with a file beside the place it is moved to. */
    void failed(InboxFile file, byte[] problem) throws IOException {
        place(file, failed(), failed(), Map.of(PROBLEMS, readable(problem)));
    }

    private static byte[] readable(byte[] json) throws IOException {
        return (Json.pretty(Json.mapper().readTree(json)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the results, by their endings and in their order, then moves the file; what is slow comes before the lock. */
    private void place(InboxFile file, Path folder, Path outbox, Map<String, byte[]> results) throws IOException {
        for (Path needed : List.of(folder, outbox, services())) {
            AtomicFile.createFolder(needed); // someone may have tidied up
        }
        Map<String, Path> prepared = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, byte[]> result : results.entrySet()) {
                prepared.put(result.getKey(), AtomicFile.prepare(outbox, out -> out.write(result.getValue())));
            }
            placing.hold(() -> {
                String name = nameFor(file, folder, outbox, results);
                for (Map.Entry<String, Path> result : prepared.entrySet()) {
                    AtomicFile.take(result.getValue(), outbox.resolve(name + result.getKey()));
                }
                AtomicFile.forceFolder(outbox);
                Files.move(file.path(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            });
        } finally {
            for (Path left : prepared.values()) {
                Files.deleteIfExists(left);
            }
        }
        AtomicFile.forceFolder(folder);
        Files.deleteIfExists(note(file));
    }

    /** Results found under the name are this file's own where they are the same: a kill came before the move. */
    private static String nameFor(InboxFile file, Path folder, Path outbox, Map<String, byte[]> results)
            throws IOException {
        String own = file.claim() + "-" + file.name();
        boolean taken = exists(folder.resolve(file.name()));
        for (Map.Entry<String, byte[]> result : results.entrySet()) {
            Path plain = outbox.resolve(file.name() + result.getKey());
            taken |= exists(outbox.resolve(own + result.getKey()));
            taken |= exists(plain) && !Arrays.equals(Files.readAllBytes(plain), result.getValue());
        }
        return taken ? own : file.name();
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
