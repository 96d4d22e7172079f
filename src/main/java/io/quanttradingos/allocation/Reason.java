package io.quanttradingos.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The decision in one sentence, for example {@code New trades at 34 % of full size: regime downtrend ×0.4, ...}. */
final class Reason {
    private Reason() {}

    static String of(double multiplier, List<WaterfallStep> waterfall, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            return "No new trades: " + blocks.stream().map(Block::sentence).collect(Collectors.joining("; ")) + ".";
        }
        List<WaterfallStep> binding = strongestFirst(waterfall).stream()
                .filter(step -> step.multiplier() < 1)
                .toList();
        if (binding.isEmpty()) {
            return "New trades at full size: nothing binds.";
        }
        return "New trades at " + Wording.percentBeside(0, multiplier) + " of full size: "
                + binding.stream().map(Reason::named).collect(Collectors.joining(", ")) + ".";
    }

    /** The factors from the smallest multiplier to the largest; equal ones keep their order. */
    static List<WaterfallStep> strongestFirst(List<WaterfallStep> waterfall) {
        return waterfall.stream()
                .sorted(Comparator.comparingDouble(WaterfallStep::multiplier))
                .toList();
    }

    private static String named(WaterfallStep step) {
        return step.factor().key() + " " + shown(step) + " ×" + Wording.numberBeside(1, step.multiplier());
    }

    private static String shown(WaterfallStep step) {
        Object input = step.input();
        if (input == null) {
            return "unknown";
        }
        if (!(input instanceof Double number)) {
            return input.toString();
        }
        boolean share = step.factor() == Factor.CONFIDENCE || step.factor() == Factor.DISCIPLINE;
        return share ? Wording.number(number) : Wording.percent(number);
    }
}
