package io.quanttradingos.state;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file so that a reader sees the old content or the new, and never a part of either.
 *
 * <p>The bytes go to a temporary file in the same folder, are forced to the disk, take the target's name in one rename,
 * and the folder is forced too. After the call returns the new content survives a power cut. A failure leaves the
 * target as it was. A kill in between can leave a temporary file behind: {@link #removeLeftovers}.
 */
public final class AtomicFile {
    private static final String PREFIX = ".qtos-";
    private static final String SUFFIX = ".tmp";
    private static final Pattern NAME = Pattern.compile("\\.qtos-([0-9]{1,18})-[0-9]+\\.tmp");
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final AtomicLong COUNTER = new AtomicLong();

    /** Writes the content to the stream it is given; need not close it. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }

    public static void write(Path target, Writing content) throws IOException {
        Path folder = folderOf(target);
        Path temporary = prepare(folder, content);
        try {
            take(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    /**
     * The first half of a write, for whoever learns the target's name only later: the content is on the disk.
     *
     * @return the temporary file, to be handed to {@link #take} or deleted
     */
    public static Path prepare(Path folder, Writing content) throws IOException {
        Path temporary = createTemporary(folder);
        boolean written = false;
        try {
            writeForced(temporary, content);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(temporary);
            }
        }
        return temporary;
    }

    /** The second half: gives a prepared file its name. The caller forces the folder afterwards. */
    public static void take(Path temporary, Path target) throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Creates a folder and its missing parents so that they survive a power cut. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (parent != null) {
            forceFolder(parent);
        }
    }

    /**
     * Makes a rename or a new name in the folder survive a power cut. An interrupt is kept for the caller and does not
     * stop it. Where the platform cannot open a folder (Windows) there is nothing to force.
     */
    public static void forceFolder(Path folder) throws IOException {
        boolean interrupted = false;
        try {
            while (!forcedUninterrupted(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Deletes the temporary files that killed writers left in a folder: those of processes that do not run on this machine any
     * more, and, since another machine's processes are not seen from here, only what is some seconds old. A file that is not
     * named as ours are is left alone.
     */
    public static void removeLeftovers(Path folder, Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path leftover : leftovers) {
                if (isLeft(leftover, now)) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean isLeft(Path file, Instant now) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches() || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        boolean writing = ProcessHandle.of(Long.parseLong(name.group(1)))
                .map(process ->
                        process.info().startInstant().map(changed::isAfter).orElse(true))
                .orElse(false);
        return !writing && changed.isBefore(now.minus(LEFT_ALONE));
    }

    /** A new temporary file of this process; where it is killed, {@link #removeLeftovers} finds it. */
    public static Path createProbe(Path folder) throws IOException {
        return createTemporary(folder);
    }

    private static boolean forcedUninterrupted(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true; // Windows opens no folder
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    /** A plain stream, because a channel would be closed by an interrupt of its thread in the middle of the content. */
    private static void writeForced(Path temporary, Writing content) throws IOException {
        try (FileOutputStream file = new FileOutputStream(temporary.toFile())) {
            BufferedOutputStream out = new BufferedOutputStream(file, 1 << 16);
            content.to(out);
            out.flush();
            file.getFD().sync();
        }
    }

    /** The name does not grow with the target's, which may already be as long as the file system allows. */
    private static Path createTemporary(Path folder) throws IOException {
        long process = ProcessHandle.current().pid();
        while (true) {
            Path candidate = folder.resolve(PREFIX + process + "-" + COUNTER.incrementAndGet() + SUFFIX);
            try {
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException e) {
                // left behind by an earlier process of the same number: the next number will do
            }
        }
    }

    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file needs a folder, was " + target);
        }
        return folder;
    }
}
