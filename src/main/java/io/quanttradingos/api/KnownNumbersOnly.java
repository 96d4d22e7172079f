package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a number that is not finite as {@code null}: the last guard, since JSON has no word for it. */
final class KnownNumbersOnly extends SimpleModule {
    private static final long serialVersionUID = 1L;

    KnownNumbersOnly() {
        super("known numbers only");
        addSerializer(Double.class, new FiniteOrNull());
        addSerializer(double.class, new FiniteOrNull());
        addSerializer(double[].class, new EachFiniteOrNull());
    }

    private static final class FiniteOrNull extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        FiniteOrNull() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    private static final class EachFiniteOrNull extends StdSerializer<double[]> {
        private static final long serialVersionUID = 1L;

        EachFiniteOrNull() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartArray(values, values.length);
            for (double value : values) {
                if (Double.isFinite(value)) {
                    json.writeNumber(value);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
        }
    }
}
