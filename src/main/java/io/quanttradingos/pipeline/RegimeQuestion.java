package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the regime agent alone is asked.
 *
 * @param prices null takes the configured price table
 * @param dateFormat how ambiguous dates of the file read; null where they are not
 * @param asOf the last date that may be looked at; null takes the last one there is
 */
public record RegimeQuestion(
        @Nullable Source prices,
        @Nullable String dateFormat,
        @Nullable LocalDate asOf) {}
