package io.quanttradingos.inputs;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one folder whose files a request may name.
 *
 * <p>A name resolves inside the folder after symbolic links, or is refused with a sentence that is the same whether or
 * not something exists out there. Names with a hidden part (such as the inbox's working folders) stand for nothing.
 */
public final class DataFolder {
    /** No system can open a longer one, and to look at each of its parts would take long. */
    private static final int LONGEST_NAME = 4096;

    private final Path root;

    /** @param root an existing folder */
    public DataFolder(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** The folder itself, symbolic links resolved. */
    public Path root() {
        return root;
    }

    /**
     * The file a request names.
     *
     * @param field the request's field, for the message
     * @param name what the request says: relative to the folder, or beginning with the folder's own name, or absolute
     * @throws Refusal invalid where the name leads outside, not found where nothing readable is there
     */
    FolderFile file(String field, String name) {
        Path candidate = inside(field, name);
        if (!candidate.startsWith(root) || hidden(root.relativize(candidate))) {
            throw outside(field);
        }
        FolderFile found = withoutLinks(candidate);
        if (found == null) {
            found = behindLinks(field, name, candidate);
        }
        if (!found.attributes().isRegularFile()) {
            throw new Refusal(
                    Refusal.Kind.INVALID_INPUT,
                    field + ": '" + shown(name) + "' is not a regular file",
                    List.of(new InputProblem("request", null, field, "'" + shown(name) + "' is not a regular file")),
                    null);
        }
        return found;
    }

    /**
     * The file where no part of its path below the root is a link, which one look at each part tells; null where one is, or
     * nothing is there.
     */
    private @Nullable FolderFile withoutLinks(Path candidate) {
        try {
            Path at = root;
            BasicFileAttributes attributes = null;
            for (Path part : root.relativize(candidate)) {
                at = at.resolve(part);
                attributes = Files.readAttributes(at, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isSymbolicLink()) {
                    return null;
                }
            }
            return attributes == null ? null : new FolderFile(at, attributes);
        } catch (IOException e) {
            return null;
        }
    }

    private FolderFile behindLinks(String field, String name, Path candidate) {
        Path real = realPath(field, name, candidate);
        if (!real.startsWith(root)) {
            throw outside(field);
        }
        try {
            return new FolderFile(real, Files.readAttributes(real, BasicFileAttributes.class));
        } catch (IOException e) {
            throw Refusal.notFound(field + ": no file '" + shown(name) + "' in the data folder");
        }
    }

    private Path inside(String field, String name) {
        if (name.length() > LONGEST_NAME) {
            throw outside(field);
        }
        try {
            Path path = Path.of(name);
            if (path.isAbsolute()) {
                return path.normalize();
            }
            Path direct = root.resolve(path).normalize();
            Path folderName = root.getFileName();
            if (folderName != null && path.startsWith(folderName) && !Files.exists(direct)) {
                return root.resolve(folderName.relativize(path)).normalize();
            }
            return direct;
        } catch (InvalidPathException e) {
            throw outside(field);
        }
    }

    private Path realPath(String field, String name, Path candidate) {
        try {
            return candidate.toRealPath();
        } catch (IOException e) {
            if (firstExisting(candidate).startsWith(root)) {
                throw Refusal.notFound(field + ": no file '" + shown(name) + "' in the data folder");
            }
            throw outside(field);
        }
    }

    /** The nearest ancestor that exists, links resolved: a dangling path through a link that leads outside stays outside. */
    private static Path firstExisting(Path candidate) {
        Path at = candidate;
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        try {
            return at.toRealPath();
        } catch (IOException e) {
            return at;
        }
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Refusal outside(String field) {
        String message = "must name a file inside the data folder";
        return new Refusal(
                Refusal.Kind.INVALID_INPUT,
                field + " " + message,
                List.of(new InputProblem("request", null, field, message)),
                null);
    }

    private static String shown(String name) {
        String clean = name.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(100)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() < name.length() ? clean + "…" : clean;
    }
}
