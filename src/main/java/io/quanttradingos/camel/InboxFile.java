package io.quanttradingos.camel;

import java.nio.charset.StandardCharsets;
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
    /** What a name may have at most, so that it has room beside a claim and an ending such as {@code .discipline.json}. */
    private static final int MOST_BYTES = 200;

    private static final int MOST_BYTES_OF_ENDING = 20;

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

    /** What a file is called once it is claimed; a name too long for the file system loses the end of its stem. */
    static String claimedName(String claim, String name) {
        if (bytes(name) <= MOST_BYTES) {
            return claim + "-" + name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= MOST_BYTES_OF_ENDING ? name.substring(dot) : "";
        int end = name.length() - ending.length();
        while (bytes(name.substring(0, end) + ending) > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return claim + "-" + name.substring(0, end) + ending;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The name without its endings, as a portfolio may be called. */
    String stem() {
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String plain = stem.replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.length() <= 60 ? plain : plain.substring(0, 60);
    }
}
