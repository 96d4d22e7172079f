/**
 * The one decision: gather the inputs, assess the regime, value the portfolio, judge the discipline, allocate, let the
 * guardian shrink or stop, record.
 *
 * <p>Entry: {@link io.quanttradingos.pipeline.Pipeline}, whose steps the decision route calls one by one and which
 * {@link io.quanttradingos.pipeline.Pipeline#decide} composes. What a step knows is in the value it is given: each stage holds
 * the one before it. Knows nothing of doors, JSON or Camel; time and run ids are given to it.
 */
@NullMarked
package io.quanttradingos.pipeline;

import org.jspecify.annotations.NullMarked;
