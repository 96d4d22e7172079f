package io.quanttradingos.insider;

import java.util.Locale;

/** Tells people apart by their names: {@code "Doe, John A."} and {@code "DOE JOHN A"} are one. */
final class Person {
    private Person() {}

    /** The name's letters and digits in upper case, anything between them one blank. */
    static String key(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toUpperCase(Locale.ROOT);
    }
}
