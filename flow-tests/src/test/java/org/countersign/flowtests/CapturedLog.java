package org.countersign.flowtests;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What the project's own code logs on all nodes of this JVM, at every level, until it is closed. */
final class CapturedLog implements AutoCloseable {
    private static final String OWN = "org.countersign";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    CapturedLog() {
        LoggerConfig own = new LoggerConfig(OWN, Level.ALL, true);
        own.addAppender(new Appender(lines), Level.ALL, null);
        context.getConfiguration().addLogger(OWN, own);
        context.updateLoggers();
    }

    /** The messages so far, with those of what was thrown. */
    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        context.getConfiguration().removeLogger(OWN);
        context.updateLoggers();
    }

    /** Keeps messages. */
    private static final class Appender extends AbstractAppender {
        private final List<String> lines;

        private Appender(List<String> lines) {
            super("captured", null, null, true, Property.EMPTY_ARRAY);
            this.lines = lines;
            start();
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage());
            for (Throwable thrown = event.getThrown(); thrown != null; thrown = thrown.getCause()) {
                lines.add(String.valueOf(thrown.getMessage()));
            }
        }
    }
}
