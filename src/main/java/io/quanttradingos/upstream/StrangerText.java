package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Texts that strangers wrote, made fit to be shown as plain text.
 *
 * <p>Control characters and runs of blanks become one blank; invisible marks, such as those that turn the direction of
 * writing, and halves of characters are dropped; what is too long is cut. Nothing is decoded: an HTML entity stays the letters it is
 * written in.
 */
final class StrangerText {
    static final int LONGEST_HEADLINE = 1_000;
    static final int LONGEST_SUMMARY = 4_000;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 2_000;

    private StrangerText() {}

    /** The text of a node; empty where it is none. */
    static String of(JsonNode node, int longest) {
        return node.isTextual() ? plain(node.textValue(), longest) : "";
    }

    static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), longest));
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (isBlank(character)) {
                blank = true;
            } else if (isVisible(character)) {
                int room = longest - plain.length() - (blank && plain.length() > 0 ? 1 : 0);
                if (Character.charCount(character) > room) {
                    break;
                }
                if (blank && plain.length() > 0) {
                    plain.append(' ');
                }
                plain.appendCodePoint(character);
                blank = false;
            }
        }
        return plain.toString();
    }

    private static boolean isBlank(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }

    private static boolean isVisible(int character) {
        int type = Character.getType(character);
        return type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }

    /** An http or https address; null where the node holds none, so that nothing else is ever made a link. */
    static @Nullable String address(JsonNode node) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_ADDRESS) {
            return null;
        }
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? text : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
