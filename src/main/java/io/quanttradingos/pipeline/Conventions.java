package io.quanttradingos.pipeline;

import io.quanttradingos.failure.Refusal;
import java.util.Locale;

/** Which definitions an answer follows. */
public enum Conventions {
    /** The definitions documented for this product. */
    STANDARD,
    /** The behaviour of the original system, number for number, for comparing with its records. */
    SEED;

    /** As requests and answers write it, for example {@code seed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what a request says; nothing means the standard ones. */
    public static Conventions of(String code) {
        for (Conventions conventions : values()) {
            if (conventions.code().equals(code)) {
                return conventions;
            }
        }
        throw Refusal.invalid("conventions must be standard or seed, was '" + code + "'");
    }
}
