package io.quanttradingos.camel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line for each request, where it is wished: {@code postDecision 200}, or {@code - 401} where no route saw it.
 *
 * <p>The route stands for the address, so that a line is short and holds nothing that a sender wrote.
 */
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.quanttradingos.access");

    private final boolean wished;

    public AccessLog(boolean wished) {
        this.wished = wished;
    }

    /** A route has answered; its run, if it made one, is in the log's context. */
    void answered(String route, int status) {
        if (wished) {
            LOG.info("{} {}", route, status);
        }
    }

    /** The door has answered for itself. */
    void refused(int status) {
        if (wished) {
            LOG.info("- {}", status);
        }
    }
}
