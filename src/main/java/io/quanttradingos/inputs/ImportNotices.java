package io.quanttradingos.inputs;

import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.LeftOut;
import io.quanttradingos.imports.StatedPosition;
import io.quanttradingos.imports.StatedTotal;
import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.imports.fold.HistoryGap;
import io.quanttradingos.imports.fold.OpenPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader of an answer should know of the export it rests on, one sentence each. */
public final class ImportNotices {
    private static final int MOST_NAMED = 5;

    private ImportNotices() {}

    /**
     * Of any export: how it was read, what was left out, and which of its totals do not agree.
     *
     * @param what it is taken for, such as {@code The holdings}
     */
    public static List<String> of(String what, Read read) {
        List<String> notices = new ArrayList<>();
        notices.add(what + " were read as " + read.title() + ": " + taken(read) + " rows taken, "
                + read.leftOut().size() + " left out" + reasons(read.leftOut()) + ".");
        notices.addAll(read.warnings());
        for (StatedTotal total : read.totals()) {
            if (!total.agrees(taken(read))) {
                notices.add("Line " + total.line() + " of the export states a " + total.what() + " of "
                        + total.stated().toPlainString() + ", its rows come to "
                        + total.summed().toPlainString() + ".");
            }
        }
        return notices;
    }

    /** How many rows were taken. */
    public static int taken(Read read) {
        return switch (read.kind()) {
            case POSITIONS -> read.positions().size() + read.transactions().size();
            case TRANSACTIONS -> read.transactions().size();
            case CLOSED_TRADES, PRICES, BARS -> Math.max(0, read.table().rows().size() - 1);
        };
    }

    private static String reasons(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return "";
        }
        Set<String> reasons = leftOut.stream().map(LeftOut::why).collect(Collectors.toCollection(TreeSet::new));
        String named = reasons.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
        return " (" + named + (reasons.size() > MOST_NAMED ? "; and more" : "") + ")";
    }

    /** Of a history: the instruments it begins too late for. */
    public static List<String> gaps(Folded folded) {
        List<String> notices = new ArrayList<>();
        for (HistoryGap gap :
                folded.gaps().subList(0, Math.min(MOST_NAMED, folded.gaps().size()))) {
            notices.add("Of " + gap.instrument().symbol() + " it is not known what was held: " + gap.why()
                    + ". It is left out.");
        }
        if (folded.gaps().size() > MOST_NAMED) {
            notices.add("The history begins too late for " + (folded.gaps().size() - MOST_NAMED)
                    + " more instruments, which are left out too.");
        }
        return notices;
    }

    /** Of round trips: those that cannot stand among closed trades. */
    static List<String> unusable(Folded folded) {
        long unknown =
                folded.trades().stream().filter(trip -> !OwnRows.isWhole(trip)).count();
        return unknown == 0
                ? List.of()
                : List.of(unknown + " of " + folded.trades().size()
                        + " round trips are left out, since what they cost or brought is not known in one currency.");
    }

    /** Of what is held: more than one currency, and money that a history does not tell. */
    static List<String> held(Read read, Folded folded) {
        List<String> notices = new ArrayList<>();
        boolean stated = !read.positions().isEmpty();
        Set<String> currencies = (stated
                        ? read.positions().stream().map(StatedPosition::currency)
                        : folded.positions().stream().map(OpenPosition::currency))
                .filter(currency -> !currency.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (currencies.size() > 1) {
            notices.add("The positions are in " + String.join(", ", currencies)
                    + "; they are valued at the prices given, which are taken to be of one currency.");
        }
        if (!stated) {
            notices.add(beginning(read));
        }
        return notices;
    }

    /** What no history can tell. */
    public static String beginning(Read read) {
        LocalDate first = read.transactions().stream()
                .map(Transaction::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return "The history begins on " + first
                + ": shares held before that are not in the holdings, and neither is cash, of which it does not say how much"
                + " there was.";
    }

    /** Several lists as one. */
    @SafeVarargs
    static List<String> all(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }
}
