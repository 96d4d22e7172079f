package io.quanttradingos.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Hears every line that is logged while it is open. */
final class HeardLog implements AutoCloseable {
    private final List<LogEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Listener listener = new Listener();

    private final class Listener extends AbstractAppender {
        Listener() {
            super("heard-log-" + System.nanoTime(), null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    }

    HeardLog() {
        listener.start();
        context.getRootLogger().addAppender(listener);
    }

    /** What was heard of loggers whose names end so. */
    List<LogEvent> of(String logger) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> event.getLoggerName().endsWith(logger))
                    .toList();
        }
    }

    @Override
    public void close() {
        context.getRootLogger().removeAppender(listener);
    }
}
