package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.util.Locale;

/** Writes an enum constant in lower case and a ticker as its text. */
final class PlainWords extends SimpleModule {
    private static final long serialVersionUID = 1L;

    PlainWords() {
        super("plain words");
        addSerializer(new LowerCase());
        addSerializer(new Ticker());
    }

    private static final class LowerCase extends StdSerializer<Enum<?>> {
        private static final long serialVersionUID = 1L;

        LowerCase() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    private static final class Ticker extends StdSerializer<Symbol> {
        private static final long serialVersionUID = 1L;

        Ticker() {
            super(Symbol.class);
        }

        @Override
        public void serialize(Symbol value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.text());
        }
    }
}
