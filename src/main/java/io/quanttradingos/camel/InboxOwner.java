package io.quanttradingos.camel;

import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.state.RunIds;
import io.quanttradingos.state.ServiceLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.apache.camel.Service;
import org.jspecify.annotations.Nullable;

/**
 * Tells the claims of services that share an inbox apart.
 *
 * <p>The last eight letters of a claim are its service's mark, kept in the state folder ({@code inbox.mark}) because the
 * runs of its claims are recorded there: whoever took up another's claim would record a second run. While a service runs
 * it holds the lock of {@code inbox/.services/<mark>}, where its state folder is named.
 */
public final class InboxOwner implements Service {
    private static final int MARK_AT = 18;
    private static final int MARK_LENGTH = 8;
    private static final String STATE_FOLDER = "state-folder";

    private final Path state;
    private final Path services;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong lastClaim = new AtomicLong();
    private @Nullable ServiceLock lock;
    private volatile String mark;

    /**
     * The service with a state folder, on some inbox.
     *
     * @throws IOException where the state folder cannot be written
     */
    public InboxOwner(Path state, InboxFolders folders, InstantSource clock, RandomGenerator random)
            throws IOException {
        this.state = state.toRealPath();
        this.services = folders.services();
        this.clock = clock;
        this.random = random;
        this.mark = keptMark();
    }

    private String keptMark() throws IOException {
        try {
            String kept = Files.readString(state.resolve("inbox.mark"), StandardCharsets.UTF_8)
                    .strip();
            if (kept.matches("[0-9A-Z]{" + MARK_LENGTH + "}")) {
                return kept;
            }
        } catch (NoSuchFileException e) {
            // the first start
        }
        return newMark();
    }

    private String newMark() throws IOException {
        String made = RunIds.next(clock.instant(), random).substring(MARK_AT);
        AtomicFile.write(state.resolve("inbox.mark"), (made + "\n").getBytes(StandardCharsets.UTF_8));
        return made;
    }

    /** A new claim's id, which sorts after all that this service made before, whether or not its clock was set back. */
    String claim() {
        long millis = lastClaim.updateAndGet(last -> Math.max(last + 1, clock.millis()));
        return RunIds.next(Instant.ofEpochMilli(millis), random).substring(0, MARK_AT) + mark;
    }

    /** Begins to hold the mark; where a service that runs has it, because its state folder was copied, takes a new one. */
    @Override
    public synchronized void start() {
        if (lock != null) {
            return;
        }
        try {
            lock = acquire(mark);
            if (lock == null) {
                mark = newMark();
                lock = acquire(mark);
            }
            AtomicFile.write(
                    services.resolve(mark).resolve(STATE_FOLDER),
                    state.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be watched: " + e.getMessage(), e);
        }
    }

    /** Holds the mark again where its folder was deleted meanwhile: another service would take its claims for nobody's. */
    synchronized void keepHeld() {
        if (lock != null && !Files.exists(services.resolve(mark).resolve(STATE_FOLDER))) {
            stop();
            start();
        }
    }

    private @Nullable ServiceLock acquire(String wanted) throws IOException {
        try {
            return ServiceLock.acquire(services.resolve(wanted));
        } catch (IllegalStateException held) {
            return null;
        }
    }

    @Override
    public synchronized void stop() {
        ServiceLock held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    boolean isMine(String claim) {
        return markOf(claim).equals(mark);
    }

    /**
     * Whose claim it is where another service may come back for it; null where nobody will: its service never was here, or
     * does not run and its state folder was where this one's is, so that this one took its place.
     */
    @Nullable String otherOwner(String claim) throws IOException {
        Path other = services.resolve(markOf(claim));
        if (!Files.isDirectory(other)) {
            return null;
        }
        String itsState = stateOf(other);
        if (!itsState.equals(state.toString())) {
            return itsState;
        }
        try (ServiceLock free = acquire(markOf(claim))) {
            return free == null ? itsState : null;
        }
    }

    private static String stateOf(Path service) throws IOException {
        try {
            return Files.readString(service.resolve(STATE_FOLDER), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "unknown"; // it is just starting, or was killed while it did
        }
    }

    private static String markOf(String claim) {
        return claim.substring(MARK_AT);
    }
}
