package io.quanttradingos.camel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks before each look into the inbox whether files can be taken from it and done with: nothing is taken that could not be
 * put anywhere. What is wrong is said once, and that it is over once as well, however long it lasts.
 */
public final class InboxWatch implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private final InboxFolders folders;
    private final InboxOwner owner;
    private final BooleanSupplier recording;
    private String told = "";

    /**
     * Wires it; the owner's mark is held again where its folder was deleted.
     *
     * @param recording whether the run store is where it was opened
     */
    public InboxWatch(InboxFolders folders, InboxOwner owner, BooleanSupplier recording) {
        this.folders = folders;
        this.recording = recording;
        this.owner = owner;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        Optional<String> trouble =
                recording.getAsBoolean() ? folders.trouble() : Optional.of("the run store is not where it was opened");
        if (trouble.isEmpty()) {
            owner.keepHeld();
        }
        tell(trouble.orElse(""));
        return trouble.isEmpty();
    }

    private void tell(String trouble) {
        if (trouble.equals(told)) {
            return;
        }
        if (trouble.isEmpty()) {
            LOG.info("files are taken from the inbox again");
        } else {
            LOG.warn("no file is taken from the inbox: {}", trouble);
        }
        told = trouble;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // begin has told
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        tell(String.valueOf(cause));
        return false; // the next look comes as usual
    }
}
