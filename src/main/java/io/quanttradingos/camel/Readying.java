package io.quanttradingos.camel;

import io.quanttradingos.api.Readiness;
import io.quanttradingos.state.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the service can do its work: its store can be read and its folder written, the inbox is there and every route
 * runs.
 *
 * <p>A look writes a small file, so one serves all who ask within {@value #FRESH_MILLIS} ms: whoever may ask without a token must
 * not keep the disk busy.
 */
public final class Readying {
    private static final Logger LOG = LoggerFactory.getLogger(Readying.class);
    private static final long FRESH_MILLIS = 500;
    private static final int PROBE_BYTES = 4096;

    private final Path state;
    private final BooleanSupplier store;
    private final @Nullable InboxFolders inbox;
    private final Supplier<CamelContext> context;
    private @Nullable Readiness last;
    private long lookedAt;

    /**
     * Looks at nothing yet.
     *
     * @param state the folder of the store
     * @param store whether the store can be read; may throw
     * @param inbox the drop folder with those beside it; null where it is not watched
     * @param context whose routes must run
     */
    public Readying(Path state, BooleanSupplier store, @Nullable InboxFolders inbox, Supplier<CamelContext> context) {
        this.state = state;
        this.store = store;
        this.inbox = inbox;
        this.context = context;
    }

    /** What was found, now or a moment ago. */
    public synchronized Readiness look() {
        Readiness found = last;
        long now = System.nanoTime();
        if (found == null || now - lookedAt > FRESH_MILLIS * 1_000_000) {
            found = Readiness.of(checks());
            last = found;
            lookedAt = now;
        }
        return found;
    }

    private List<Readiness.Check> checks() {
        List<Readiness.Check> checks = new ArrayList<>();
        checks.add(Readiness.Check.of("store", works("store", () -> isWritable(state) && store.getAsBoolean())));
        InboxFolders watched = inbox;
        if (watched != null) {
            checks.add(Readiness.Check.of("inbox", watched.trouble().isEmpty()));
        }
        checks.add(Readiness.Check.of("routes", works("routes", this::allRoutesRun)));
        return checks;
    }

    @FunctionalInterface
    private interface Look {
        boolean finds() throws IOException;
    }

    private static boolean works(String name, Look look) {
        try {
            return look.finds();
        } catch (IOException | RuntimeException e) {
            LOG.warn("not ready: {}: {}", name, e.toString());
            return false;
        }
    }

    private static boolean isWritable(Path folder) throws IOException {
        Path probe = AtomicFile.createProbe(folder);
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
            return true;
        } finally {
            Files.delete(probe);
        }
    }

    private boolean allRoutesRun() {
        CamelContext running = context.get();
        return running.getStatus().isStarted()
                && running.getRoutes().stream()
                        .map(Route::getRouteId)
                        .filter(id -> inbox != null || !id.equals("inbox"))
                        .allMatch(id -> running.getRouteController().getRouteStatus(id) == ServiceStatus.Started);
    }
}
