package io.quanttradingos.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure of a file, a disk or the program itself, in one sentence for the terminal. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof FileSystemException file) {
                return ofFile(file);
            }
            if (at instanceof ReadOnlyFileSystemException) {
                return "the file system is read-only; name a folder that can be written, such as with --state-dir";
            }
        }
        for (Throwable at = failure; at != null; at = at.getCause()) {
            boolean says =
                    at instanceof IOException || at instanceof UncheckedIOException || at instanceof SQLException;
            if ((says || at instanceof IllegalStateException) && at.getMessage() != null) {
                return oneLine(at.getMessage());
            }
        }
        return "a fault in the program: " + oneLine(failure.toString()) + "; QTOS_LOG_LEVEL=debug shows where";
    }

    private static String ofFile(FileSystemException failure) {
        String file = "'" + Objects.requireNonNullElse(failure.getFile(), "a file") + "'";
        if (failure instanceof AccessDeniedException) {
            return file + " cannot be read or written: permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return file + " does not exist";
        }
        if (failure instanceof NotDirectoryException) {
            return file + " is not a folder";
        }
        String reason = failure.getReason();
        return file + " cannot be read or written: " + (reason == null ? oneLine(failure.toString()) : oneLine(reason));
    }

    private static String oneLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("").strip();
    }
}
