package io.quanttradingos.camel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Service;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which dropped files are taken, and how: those that nobody writes any more, by one rename each.
 *
 * <p>A file is settled when it was last changed long enough ago and stands still between two looks; where its time of
 * change cannot be so, because a clock was set or another machine wrote it, when it has stood still for as long here. A
 * file that keeps growing holds up no other. What becomes of a claimed file is the route's business: it is moved last of
 * all, after its result was written.
 *
 * <p>Claims are forced to the disk {@value #AT_ONCE} at a time, in the order of their names, since that takes longer than all
 * else. Those whose turn has not come when the service stops are put back.
 */
public final class InboxClaims implements GenericFileProcessStrategy<File>, GenericFileFilter<File>, Service {
    private static final Logger LOG = LoggerFactory.getLogger(InboxClaims.class);
    private static final int AT_ONCE = 16;
    /** Names that programs give to what they still write; the route must take no name away that is accepted here. */
    private static final Pattern UNFINISHED = Pattern.compile("(?i)\\..*|.*\\.(part|tmp|crdownload|swp)|.*~");

    private static final long SHORTEST_WATCH = Duration.ofMillis(100).toNanos();
    private static final long FORGET_AFTER = Duration.ofMinutes(1).toNanos();
    private static final int MANY = 10_000;

    private final InboxFolders folders;
    private final Supplier<String> ids;
    private final Duration settle;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<Path, Look> looks = new HashMap<>();
    private final Set<Path> settled = new LinkedHashSet<>();
    private final Map<Path, Path> claimedAhead = new LinkedHashMap<>();
    private final Set<Path> stuck = new HashSet<>();
    private long tidied;

    /** What a file looked like since a moment, and how old that was then by the clock that can be set. */
    private record Look(long size, long modifiedMillis, long ageThen, long since, long last) {
        Look at(long now) {
            return new Look(size, modifiedMillis, ageThen, since, now);
        }

        boolean same(BasicFileAttributes now) {
            return size == now.size()
                    && modifiedMillis == now.lastModifiedTime().toMillis();
        }
    }

    /**
     * Wires it.
     *
     * @param ids makes a new claim's id
     * @param settle for how long a file must not have changed
     * @param nanos a clock that is never set
     */
    public InboxClaims(
            InboxFolders folders, Supplier<String> ids, Duration settle, InstantSource clock, LongSupplier nanos) {
        this.folders = folders;
        this.ids = ids;
        this.settle = settle;
        this.clock = clock;
        this.nanos = nanos;
        this.tidied = nanos.getAsLong();
    }

    /**
     * Where Camel notes what it has in work. Its own repository is a bounded cache that never forgets the order in which names came
     * and went, as long as it is not full: 300 bytes of each file that ever was.
     */
    public static IdempotentRepository inProgress() {
        return MemoryIdempotentRepository.memoryIdempotentRepository(new ConcurrentHashMap<>());
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        try {
            Path path = file.getFile().toPath();
            if (UNFINISHED.matcher(file.getFileNameOnly()).matches() || Files.isDirectory(path) || !isSettled(path)) {
                return false;
            }
            mayBeClaimedAhead(path);
            return true;
        } catch (IOException e) {
            return false; // gone
        }
    }

    private synchronized void mayBeClaimedAhead(Path path) {
        settled.add(path);
    }

    private synchronized boolean isSettled(Path path) throws IOException {
        long now = nanos.getAsLong();
        tidy(now);
        BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Look before = looks.get(path);
        long modified = seen.lastModifiedTime().toMillis();
        Look look = before != null && before.same(seen)
                ? before.at(now)
                : new Look(seen.size(), modified, clock.millis() - modified, now, now);
        looks.put(path, look);
        long still = now - look.since;
        long age = look.ageThen + TimeUnit.NANOSECONDS.toMillis(still); // whether or not the clock was set meanwhile
        return still >= settle.toNanos() || (still >= SHORTEST_WATCH && age >= settle.toMillis());
    }

    private void tidy(long now) {
        if (looks.size() > MANY && now - tidied > FORGET_AFTER) {
            looks.values().removeIf(look -> now - look.last > FORGET_AFTER);
            tidied = now;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // the folders are there
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws IOException {
        Optional<Path> claimed = claimed(file.getFile().toPath());
        claimed.ifPresent(path -> exchange.getMessage().setBody(path.toFile()));
        return claimed.isPresent();
    }

    /** The claimed file, with those whose turn is next claimed as well; empty where another service has it. */
    synchronized Optional<Path> claimed(Path dropped) throws IOException {
        if (!claimedAhead.containsKey(dropped)) {
            settled.remove(dropped);
            claim(dropped);
            Iterator<Path> next = settled.iterator();
            while (next.hasNext() && claimedAhead.size() < AT_ONCE) {
                Path following = next.next();
                next.remove();
                claim(following);
            }
            folders.forceClaims();
        }
        return Optional.ofNullable(claimedAhead.remove(dropped));
    }

    private void claim(Path dropped) {
        Look look = looks.remove(dropped);
        try {
            Optional<Path> claimed = folders.claim(dropped, ids.get());
            claimed.ifPresent(path -> claimedAhead.put(dropped, path));
            stuck.remove(dropped);
        } catch (IOException e) {
            if (look != null) {
                looks.put(dropped, look);
            }
            if (stuck.size() < MANY && stuck.add(dropped)) {
                LOG.warn("{} is left in the inbox, as it cannot be moved: {}", dropped.getFileName(), e.toString());
            }
        }
    }

    @Override
    public void start() {
        // nothing is claimed before the first look
    }

    @Override
    public synchronized void stop() {
        claimedAhead.forEach((dropped, claimed) -> {
            try {
                folders.giveBack(claimed, dropped);
            } catch (IOException e) {
                LOG.warn("{} stays claimed until the next start", dropped.getFileName(), e);
            }
        });
        claimedAhead.clear();
        settled.clear();
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // another service has it
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // the route has moved it
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // it stays claimed, and is taken up at the next start
    }
}
