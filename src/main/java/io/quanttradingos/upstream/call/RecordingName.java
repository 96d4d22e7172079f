package io.quanttradingos.upstream.call;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a recording stands: {@code finnhub/company-news-aapl-<digest of the subject>/2026-01-02-<digest of the question>.json}.
 *
 * <p>Digests make every subject a safe name that no other shares, on any file system; the letters are for people.
 *
 * @param question the SHA-256 of method, path and body
 */
record RecordingName(LocalDate day, String question) {
    private static final Pattern FILE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9a-f]{64})\\.json");
    private static final int READABLE = 40;
    private static final int DIGEST = 16;

    /** The folder of a subject, inside that of the recordings. */
    static Path folder(UpstreamService service, String subject) {
        String readable = subject.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = readable.substring(0, Math.min(READABLE, readable.length()));
        return Path.of(service.code(), cut + "-" + CallName.sha256(subject).substring(0, DIGEST));
    }

    /** Reads a file's name; empty where it is not one of a recording. */
    static Optional<RecordingName> of(String file) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordingName(LocalDate.parse(matcher.group(1)), matcher.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String file() {
        return day + "-" + question + ".json";
    }
}
