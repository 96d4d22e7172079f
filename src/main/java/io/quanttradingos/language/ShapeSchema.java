package io.quanttradingos.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.language.AnswerShape.Field;
import io.quanttradingos.language.AnswerShape.Field.NumberField;
import io.quanttradingos.language.AnswerShape.Field.TextField;
import io.quanttradingos.language.AnswerShape.Field.TextsField;

/**
 * A shape as a JSON schema, for instance {@code {"type":"object","properties":{"score":{"type":"number",
 * "description":"a number from -1 to 1","minimum":-1.0,"maximum":1.0}},"required":["score"],"additionalProperties":false}}.
 *
 * <p>Once whole, and once in the part of JSON schema that strict services take: OpenAI refuses a strict schema with {@code
 * maxLength} ("not permitted", status 400). What that part cannot say, the descriptions say.
 */
final class ShapeSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final boolean whole;

    private ShapeSchema(boolean whole) {
        this.whole = whole;
    }

    /** Accepts just the answers that {@link AnswerReader} accepts. */
    static String whole(AnswerShape shape) {
        return new ShapeSchema(true).object(shape).toString();
    }

    /** Accepts those and some more; only of keywords that strict services take. */
    static String strict(AnswerShape shape) {
        return new ShapeSchema(false).object(shape).toString();
    }

    private ObjectNode object(AnswerShape shape) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        shape.fields().forEach(field -> properties.set(field.name(), property(field)));
        shape.fields().forEach(field -> object.withArray("required").add(field.name()));
        return object.put("additionalProperties", false);
    }

    private JsonNode property(Field field) {
        ObjectNode property = JSON.objectNode();
        if (field instanceof NumberField number) {
            property.put("type", "number").put("minimum", number.from()).put("maximum", number.to());
        } else if (field instanceof TextField text) {
            text(property, text.mostCharacters());
        } else if (field instanceof TextsField texts) {
            property.put("type", "array").put("maxItems", texts.most());
            text(property.putObject("items"), texts.mostCharacters());
        }
        return property.put("description", Wording.of(field));
    }

    private void text(ObjectNode schema, int mostCharacters) {
        schema.put("type", "string");
        if (whole) {
            schema.put("maxLength", mostCharacters).put("pattern", PlainText.NOT_BLANK);
        }
    }
}
