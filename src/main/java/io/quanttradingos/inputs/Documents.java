package io.quanttradingos.inputs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.state.Content;
import io.quanttradingos.state.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes behind a source, and their digest.
 *
 * <p>The digest of a file is remembered with its identity, size and time of change, so that an unchanged file is looked at
 * but not read. A file changed within the last {@link #SETTLED} is read all the same: a second change within one tick of the file system's
 * clock would not show.
 */
public final class Documents {
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 1000;

    private final DataFolder folder;
    private final int mostBytes;
    private final InstantSource clock;
    private final Cache<Path, Seen> seen =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private record Seen(@Nullable Object fileKey, long size, FileTime changed, String sha256) {}

    /**
     * Bytes with a name; those of an unchanged file are read only when they are asked for.
     */
    public record Document(String name, Content content) {
        public String sha256() {
            return content.sha256();
        }
    }

    /**
     * Reads files of one folder.
     *
     * @param mostBytes a larger file is refused
     */
    public Documents(DataFolder folder, int mostBytes, InstantSource clock) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /** The document behind a source. */
    public Document read(String field, Source source) {
        if (source instanceof Source.Given given) {
            requireSize(given.name(), given.content().length);
            return new Document(given.name(), Content.of(given.content()));
        }
        return file(source.name(), folder.file(field, source.name()));
    }

    private Document file(String name, FolderFile file) {
        Path path = file.path();
        BasicFileAttributes now = file.attributes();
        try {
            requireSize(name, now.size());
            Seen before = seen.getIfPresent(path);
            if (before != null && same(before, now)) {
                return new Document(
                        name, Content.deferred(before.sha256(), () -> unchanged(name, path, before.sha256())));
            }
            Content content = Content.of(content(name, path));
            if (now.lastModifiedTime().toInstant().plus(SETTLED).isBefore(clock.instant())) {
                seen.put(path, new Seen(now.fileKey(), now.size(), now.lastModifiedTime(), content.sha256()));
            }
            return new Document(name, content);
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private static boolean same(Seen before, BasicFileAttributes now) {
        return before.size() == now.size()
                && before.changed().equals(now.lastModifiedTime())
                && Objects.equals(before.fileKey(), now.fileKey());
    }

    private byte[] unchanged(String name, Path path, String sha256) {
        try {
            byte[] content = content(name, path);
            if (!ContentDigest.sha256(content).equals(sha256)) {
                seen.invalidate(path);
                throw new Refusal(
                        Refusal.Kind.OVERLOADED, name + " changed while it was read; try again", List.of(), null);
            }
            return content;
        } catch (IOException e) {
            throw unreadable(name);
        }
    }

    private byte[] content(String name, Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(mostBytes + 1);
            requireSize(name, content.length);
            return content;
        }
    }

    private void requireSize(String name, long size) {
        if (size > mostBytes) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    name + " is larger than the " + mostBytes + " bytes allowed",
                    List.of(),
                    null);
        }
    }

    private static Refusal unreadable(String name) {
        return Refusal.invalid(List.of(new InputProblem(name, null, null, "cannot be read")));
    }
}
