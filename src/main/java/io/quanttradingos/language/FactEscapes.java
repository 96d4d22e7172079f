package io.quanttradingos.language;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes as {@code \}{@code u003c} and the like, in texts, what some models' own markers are made of, as {@code <|im_end|>} and
 * {@code [/INST]}, and what is seen by none: control characters and those that turn the direction of writing. The JSON
 * means the same.
 */
final class FactEscapes extends CharacterEscapes {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String MARKERS = "<>[]|";
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        MARKERS.chars().forEach(marker -> codes[marker] = ESCAPE_STANDARD);
        codes[0x7F] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean unseen = PlainText.turns(character)
                || Character.isISOControl(character)
                || character == LINE_SEPARATOR
                || character == PARAGRAPH_SEPARATOR;
        return unseen ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character)) : null;
    }
}
