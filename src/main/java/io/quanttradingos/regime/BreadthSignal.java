package io.quanttradingos.regime;

import org.jspecify.annotations.Nullable;

/**
 * The share of names above their own average.
 *
 * @param state {@code Healthy Breadth} or {@code Weak Breadth}
 * @param rawState the same without memory
 * @param flipPending whether the other state's condition holds and only waits for confirmation
 * @param share in [0, 1]
 * @param above names above their average
 * @param names names that could be assessed
 * @param universe names in the table that are neither bond nor cash
 * @param thin whether too few names were assessed to rely on
 * @param margin in [0, 1]
 * @param weight in confidence, less when thin
 * @param window own closes in each average
 */
public record BreadthSignal(
        String state,
        String rawState,
        boolean flipPending,
        @Nullable Double share,
        int above,
        int names,
        int universe,
        boolean thin,
        @Nullable Double margin,
        double weight,
        int window) {}
