package io.quanttradingos.telemetry;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the exporter of spans logs, which is by the JDK's own means, into the log as everything else is. */
final class ExporterLog extends Handler {
    /** Held, because the JDK forgets a logger that nobody holds. */
    private static final Logger EXPORTER = Logger.getLogger("io.opentelemetry");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Tracing.class);

    private ExporterLog() {}

    /** Takes over; a second time changes nothing. */
    static synchronized void takeOver() {
        for (Handler handler : EXPORTER.getHandlers()) {
            if (handler instanceof ExporterLog) {
                return;
            }
        }
        EXPORTER.setUseParentHandlers(false);
        EXPORTER.addHandler(new ExporterLog());
    }

    @Override
    public void publish(LogRecord told) {
        LOG.warn("spans: {}", told.getMessage());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
