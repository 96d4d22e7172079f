package io.quanttradingos.camel;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claimed file: {@code .work/<claim id>-<name>}.
 *
 * @param path where it is now
 * @param claim the claim's id, which is its run's idempotency key
 * @param name what its sender called it
 */
record InboxFile(Path path, String claim, String name) {
    private static final Pattern CLAIMED = Pattern.compile("(?s)([0-9A-Z]{26})-(.+)");

    static InboxFile of(Path path) {
        Matcher parts = CLAIMED.matcher(String.valueOf(path.getFileName()));
        if (!parts.matches()) {
            throw new IllegalArgumentException("no claimed file: " + path.getFileName());
        }
        return new InboxFile(path, parts.group(1), parts.group(2));
    }

    static boolean isClaimed(Path path) {
        return CLAIMED.matcher(String.valueOf(path.getFileName())).matches();
    }

    /** The name without its endings, as a portfolio may be called. */
    String stem() {
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String plain = stem.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }
}
