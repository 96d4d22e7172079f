package io.quanttradingos.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.StringWriter;

/** Facts as a model is given them: one JSON document that no text inside it can end. */
final class Facts {
    private static final int MOST_CHARACTERS = 60_000;
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new FactEscapes());

    private Facts() {}

    /**
     * The same JSON on one line, numbers as they were written, {@link FactEscapes} applied, and half a surrogate pair as U+FFFD.
     *
     * @throws IllegalArgumentException where the facts are no JSON
     * @throws Refusal where there are too many of them
     */
    static String document(String facts) {
        StringWriter document = new StringWriter(facts.length());
        try (JsonParser parser = JSON.createParser(facts);
                JsonGenerator generator = JSON.createGenerator(document)) {
            copy(parser, generator);
        } catch (IOException e) {
            throw new IllegalArgumentException("the facts for the language model are no JSON", e);
        }
        if (document.getBuffer().length() > MOST_CHARACTERS) {
            throw Refusal.notUsable("the facts for the language model may have " + MOST_CHARACTERS + " characters, had "
                    + document.getBuffer().length());
        }
        return PlainText.wholeCharacters(document.toString());
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        if (parser.nextToken() == null) {
            throw new IllegalArgumentException("the facts for the language model are empty");
        }
        do {
            generator.copyCurrentEventExact(parser);
        } while (!parser.getParsingContext().inRoot() && parser.nextToken() != null);
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("the facts for the language model are more than one JSON document");
        }
    }
}
