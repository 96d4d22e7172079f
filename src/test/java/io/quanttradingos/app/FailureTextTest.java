package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTextTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new AccessDeniedException("/state"), "'/state' cannot be read or written: permission denied"),
                Arguments.of(new NoSuchFileException("/state"), "'/state' does not exist"),
                Arguments.of(
                        new UncheckedIOException(new FileSystemException("/state/a", null, "No space left on device")),
                        "'/state/a' cannot be read or written: No space left on device"),
                Arguments.of(
                        new ReadOnlyFileSystemException(),
                        "the file system is read-only; name a folder that can be written, such as with --state-dir"),
                Arguments.of(
                        new RuntimeException(new SQLException("[SQLITE_FULL] database or disk is full")),
                        "[SQLITE_FULL] database or disk is full"),
                Arguments.of(new IOException("the run store cannot be opened\nmore"), "the run store cannot be opened"),
                Arguments.of(new IllegalStateException("the state folder is in use"), "the state folder is in use"),
                Arguments.of(
                        new NullPointerException("x is null"),
                        "a fault in the program: java.lang.NullPointerException: x is null;"
                                + " QTOS_LOG_LEVEL=debug shows where"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_in_one_sentence(Throwable failure, String sentence) {
        assertThat(FailureText.of(failure)).isEqualTo(sentence);
    }
}
