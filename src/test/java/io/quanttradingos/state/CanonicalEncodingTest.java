package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalEncodingTest {
    private static String encoded(Consumer<CanonicalEncoding> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.accept(new CanonicalEncoding(bytes::write));
        return ContentDigest.hex(bytes.toByteArray());
    }

    @Test
    void the_encoding_is_as_documented() {
        assertThat(encoded(to -> to.text("é"))).isEqualTo("54" + "00000002" + "c3a9");
        assertThat(encoded(to -> to.number(258L))).isEqualTo("4e" + "0000000000000102");
        assertThat(encoded(to -> to.fraction(1.0))).isEqualTo("46" + "3ff0000000000000");
        assertThat(encoded(to -> to.text(null).number(null).fraction(null))).isEqualTo("2d2d2d");
    }

    @Test
    void where_one_field_ends_and_the_next_begins_is_part_of_the_encoding() {
        assertThat(encoded(to -> to.text("ab").text("c")))
                .isNotEqualTo(encoded(to -> to.text("a").text("bc")));
        assertThat(encoded(to -> to.text(""))).isNotEqualTo(encoded(to -> to.text(null)));
        assertThat(encoded(to -> to.text("a")))
                .isNotEqualTo(encoded(to -> to.text("a").text("")));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void different_lists_of_fields_never_share_an_encoding(long seed) {
        Random random = new Random(seed);
        Map<String, List<Object>> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            List<Object> fields = new ArrayList<>();
            String encoding = encoded(to -> {
                for (int field = random.nextInt(4); field > 0; field--) {
                    fields.add(add(to, random));
                }
            });
            List<Object> before = seen.putIfAbsent(encoding, fields);
            assertThat(before == null || before.equals(fields))
                    .as("%s and %s", before, fields)
                    .isTrue();
        }
        assertThat(seen).hasSizeGreaterThan(1_000);
    }

    /** Few letters, among them those the encoding itself uses, so that near misses are common. */
    private static Object add(CanonicalEncoding to, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                long number = random.nextInt(3);
                to.number(number);
                return number;
            }
            case 1 -> {
                to.text(null);
                return "absent";
            }
            default -> {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(7); i > 0; i--) {
                    text.append("TN-\0\1a".charAt(random.nextInt(6)));
                }
                to.text(text.toString());
                return List.of(text.toString());
            }
        }
    }
}
