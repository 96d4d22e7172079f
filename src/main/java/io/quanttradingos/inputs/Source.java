package io.quanttradingos.inputs;

/**
 * An input as a request gives it: the name of a file in the data folder, or the content itself.
 */
public sealed interface Source {
    /** The name to use in messages and receipts. */
    String name();

    /**
     * A file inside the data folder.
     *
     * @param path relative to the data folder (a leading {@code data/} is understood) or absolute inside it
     */
    record InFolder(String path) implements Source {
        @Override
        public String name() {
            return path;
        }
    }

    /**
     * A content that was uploaded, sent inline, dropped, or read by the command line from a file of its user.
     *
     * @param name what its sender called it; only for messages, never a path
     * @param content the bytes; not to be written to afterwards
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by digest where it matters, never by equals
    record Given(String name, byte[] content) implements Source {}
}
