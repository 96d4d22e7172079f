package io.quanttradingos.language;

import io.quanttradingos.language.AnswerShape.Field;
import io.quanttradingos.language.AnswerShape.Field.NumberField;
import io.quanttradingos.language.AnswerShape.Field.TextField;
import io.quanttradingos.language.AnswerShape.Field.TextsField;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** What is expected of an answer, in words. */
final class Wording {
    private Wording() {}

    /** Such as "one JSON object with just these fields: score, explanation". */
    static String of(AnswerShape shape) {
        return "one JSON object with just these fields: "
                + shape.fields().stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /** Such as "a number from -1 to 1". */
    static String of(Field field) {
        if (field instanceof NumberField number) {
            return "a number from " + plain(number.from()) + " to " + plain(number.to());
        }
        if (field instanceof TextField text) {
            return "a text of at most " + text.mostCharacters() + " characters that is not blank";
        }
        TextsField texts = (TextsField) field;
        return "a list of at most " + texts.most() + " texts, each of at most " + texts.mostCharacters()
                + " characters and not blank";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
