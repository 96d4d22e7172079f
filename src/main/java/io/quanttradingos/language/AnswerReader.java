package io.quanttradingos.language;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quanttradingos.language.AnswerShape.Field;
import io.quanttradingos.language.AnswerShape.Field.NumberField;
import io.quanttradingos.language.AnswerShape.Field.TextField;
import io.quanttradingos.language.AnswerShape.Field.TextsField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer against its shape: one JSON object, each field once and no other, numbers finite and within bounds, texts not
 * blank and not too long.
 */
final class AnswerReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    private AnswerReader() {}

    /** Reads what a model wrote; null where it wrote nothing. */
    static CheckedAnswer read(AnswerShape shape, @Nullable String content) {
        JsonNode answer = parsed(content);
        if (!answer.isObject()
                || answer.size() != shape.fields().size()
                || !shape.fields().stream().allMatch(field -> answer.has(field.name()))) {
            return new CheckedAnswer.Unfit("the answer must be " + Wording.of(shape));
        }
        return new AnswerReader().read(shape, answer);
    }

    private static JsonNode parsed(@Nullable String content) {
        try {
            return content == null ? MissingNode.getInstance() : JSON.readTree(content);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private CheckedAnswer read(AnswerShape shape, JsonNode answer) {
        for (Field field : shape.fields()) {
            JsonNode value = answer.get(field.name());
            if (!takes(field, value)) {
                String seen = value.isNumber() ? ", was " + value.asDouble() : "";
                return new CheckedAnswer.Unfit(field.name() + " must be " + Wording.of(field) + seen);
            }
        }
        return new CheckedAnswer.Fitting(
                answer.toString(),
                Collections.unmodifiableMap(numbers),
                Collections.unmodifiableMap(texts),
                Collections.unmodifiableMap(lists));
    }

    private boolean takes(Field field, JsonNode value) {
        if (field instanceof NumberField number) {
            numbers.put(number.name(), value.asDouble());
            return value.isNumber() && value.asDouble() >= number.from() && value.asDouble() <= number.to();
        }
        if (field instanceof TextField text) {
            texts.put(text.name(), PlainText.of(value.asText()));
            return isText(value, text.mostCharacters());
        }
        return takes((TextsField) field, value);
    }

    private boolean takes(TextsField field, JsonNode value) {
        List<String> list = new ArrayList<>();
        boolean fits = value.isArray() && value.size() <= field.most();
        for (JsonNode text : value) {
            fits &= isText(text, field.mostCharacters());
            list.add(PlainText.of(text.asText()));
        }
        lists.put(field.name(), Collections.unmodifiableList(list));
        return fits;
    }

    private static boolean isText(JsonNode value, int mostCharacters) {
        String text = value.asText();
        return value.isTextual()
                && text.codePointCount(0, text.length()) <= mostCharacters
                && !PlainText.of(text).isEmpty();
    }
}
