package io.quanttradingos.imports.fold;

import org.jspecify.annotations.Nullable;

/**
 * What was traded, and in which account.
 *
 * @param account empty where the export has but one
 * @param symbol as its last line calls it: the ticker where the export has one, else the ISIN, else the name
 */
public record Instrument(
        String account, String symbol, @Nullable String isin, String name) {}
