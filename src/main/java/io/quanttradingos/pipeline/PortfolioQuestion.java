package io.quanttradingos.pipeline;

import io.quanttradingos.inputs.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio agent alone is asked.
 *
 * @param holdings null takes the configured holdings
 * @param prices null takes the configured price table
 * @param dateFormat how ambiguous dates of the price file read; null where they are not
 * @param asOf the last date that may be looked at; null takes the last one there is
 */
public record PortfolioQuestion(
        @Nullable Source holdings,
        @Nullable Source prices,
        @Nullable String dateFormat,
        @Nullable LocalDate asOf) {}
