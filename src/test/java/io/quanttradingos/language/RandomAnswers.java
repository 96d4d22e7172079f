package io.quanttradingos.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Answers to a shape of {@code score} in [-1, 1], {@code explanation} of 12 and two {@code reasons} of 8 characters. */
final class RandomAnswers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int[] CHARACTERS = {
        'a', 'B', '7', '<', '"', '\\', '{', 0xE9, 0x1F600, 0xFEFF, 0x200B, ' ', '\t', '\n', 0, 0x1B, 0x7F, 0x85, 0xA0,
        0x1680, 0x2007, 0x2028, 0x202E, 0x202F, 0x205F, 0x2066, 0x2069, 0x3000, 0xFFFD
    };

    private final Random random;

    RandomAnswers(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    String answer() {
        if (random.nextInt(40) == 0) {
            return anything().toString();
        }
        ObjectNode answer = JSON.objectNode();
        put(answer, "score", number());
        put(answer, "explanation", text(12));
        put(answer, "reasons", reasons());
        if (random.nextInt(20) == 0) {
            answer.set(random.nextBoolean() ? "Score" : "", anything());
        }
        return answer.toString();
    }

    /** Mostly the value, now and then another or none. */
    private void put(ObjectNode answer, String name, JsonNode value) {
        int chance = random.nextInt(40);
        if (chance == 0) {
            answer.set(name, anything());
        } else if (chance > 1) {
            answer.set(name, value);
        }
    }

    private JsonNode number() {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.numberNode(random.nextBoolean() ? 1 : -1);
            case 1 -> JSON.numberNode(random.nextBoolean() ? Math.nextUp(1.0) : -Math.nextUp(1.0));
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(random.nextBoolean() ? 0.0 : -0.0);
            default -> JSON.numberNode(random.nextDouble() * 2 - 1);
        };
    }

    private JsonNode text(int most) {
        StringBuilder text = new StringBuilder();
        boolean blank = random.nextInt(10) == 0;
        int length = random.nextInt(6) == 0 ? most + random.nextInt(3) - 1 : random.nextInt(most);
        for (int i = 0; i < length; i++) {
            int index = blank ? 11 + random.nextInt(CHARACTERS.length - 12) : random.nextInt(CHARACTERS.length);
            text.appendCodePoint(CHARACTERS[index]);
        }
        return JSON.textNode(text.toString());
    }

    private JsonNode reasons() {
        ArrayNode reasons = JSON.arrayNode();
        int length = random.nextInt(12) == 0 ? 3 : random.nextInt(3);
        for (int i = 0; i < length; i++) {
            reasons.add(random.nextInt(30) == 0 ? anything() : text(8));
        }
        return reasons;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> number();
            case 3 -> text(12);
            case 4 -> reasons();
            case 5 -> JSON.objectNode();
            default -> JSON.objectNode().set("score", number());
        };
    }
}
