package io.quanttradingos.inputs;

import io.quanttradingos.imports.Answers;
import org.jspecify.annotations.Nullable;

/**
 * An input as a request gives it: the name of a file in the data folder, or the content itself.
 */
public sealed interface Source {
    /** The name to use in messages and receipts. */
    String name();

    /** What its sender says of it, where it is an export. */
    Answers answers();

    /** The same input with what its sender says of it. */
    Source answered(Answers answers);

    /** The same, null where there is none. */
    static @Nullable Source answered(@Nullable Source source, Answers answers) {
        return source == null ? null : source.answered(answers);
    }

    /**
     * A file inside the data folder.
     *
     * @param path relative to the data folder (a leading {@code data/} is understood) or absolute inside it
     */
    record InFolder(String path, Answers answers) implements Source {
        public InFolder(String path) {
            this(path, Answers.none());
        }

        @Override
        public String name() {
            return path;
        }

        @Override
        public Source answered(Answers said) {
            return new InFolder(path, said);
        }
    }

    /**
     * A content that was uploaded, sent inline, dropped, or read by the command line from a file of its user.
     *
     * @param name what its sender called it; only for messages, never a path
     * @param content the bytes; not to be written to afterwards
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by digest where it matters, never by equals
    record Given(String name, byte[] content, Answers answers) implements Source {
        public Given(String name, byte[] content) {
            this(name, content, Answers.none());
        }

        @Override
        public Source answered(Answers said) {
            return new Given(name, content, said);
        }
    }
}
