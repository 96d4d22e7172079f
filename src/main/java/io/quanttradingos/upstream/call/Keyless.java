package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts and trees without a key in them: {@code ***} stands where it stood.
 *
 * <p>A key of a few characters is no secret, and would be found in many a word: it is left alone.
 */
final class Keyless {
    private static final int SHORTEST_SECRET = 8;

    private Keyless() {}

    static String text(String text, @Nullable AccessKey key) {
        return key != null && isSecret(key) ? text.replace(key.reveal(), key.toString()) : text;
    }

    private static boolean isSecret(AccessKey key) {
        return key.reveal().length() >= SHORTEST_SECRET;
    }

    /** A copy where anything had to be replaced. */
    static JsonNode tree(JsonNode node, @Nullable AccessKey key) {
        if (key == null || !isSecret(key)) {
            return node;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(text(field.getKey(), key), tree(field.getValue(), key));
            }
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(tree(element, key)));
            return copy;
        }
        return scalar(node, key);
    }

    /** A key may consist of digits. */
    private static JsonNode scalar(JsonNode node, AccessKey key) {
        String text = node.asText();
        return text.contains(key.reveal()) ? TextNode.valueOf(text(text, key)) : node;
    }
}
