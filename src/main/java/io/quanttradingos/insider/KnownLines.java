package io.quanttradingos.insider;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the window that were known on the day, each once, in an order that does not depend on the one they came in.
 *
 * @param used by date, name, code and the rest
 * @param notYetKnown filed or done after the day
 * @param beforeWindow done before the window
 * @param duplicates equal to another
 */
record KnownLines(List<InsiderTransaction> used, int notYetKnown, int beforeWindow, int duplicates) {
    private static final Comparator<InsiderTransaction> ORDER = Comparator.comparing(
                    InsiderTransaction::transactionDate)
            .thenComparing(line -> Person.key(line.name()))
            .thenComparing(InsiderTransaction::code)
            .thenComparingDouble(InsiderTransaction::sharesChanged)
            .thenComparingDouble(InsiderTransaction::price)
            .thenComparingDouble(InsiderTransaction::sharesAfter)
            .thenComparing(InsiderTransaction::derivative)
            .thenComparing(InsiderTransaction::filingDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(InsiderTransaction::name);

    /** What makes two lines one: all but the filing and the way the name is written. */
    private record Content(
            String person, LocalDate date, String code, double shares, double price, double after, boolean derivative) {
        static Content of(InsiderTransaction line) {
            return new Content(
                    Person.key(line.name()),
                    line.transactionDate(),
                    line.code(),
                    line.sharesChanged(),
                    line.price(),
                    line.sharesAfter(),
                    line.derivative());
        }
    }

    static KnownLines of(List<InsiderTransaction> lines, LocalDate from, LocalDate day) {
        List<InsiderTransaction> known = new ArrayList<>();
        int early = 0;
        int late = 0;
        for (InsiderTransaction line : lines) {
            if (knownOn(line.transactionDate(), line.filingDate()).isAfter(day)) {
                late++;
            } else if (line.transactionDate().isBefore(from)) {
                early++;
            } else {
                known.add(line);
            }
        }
        known.sort(ORDER);
        Set<Content> met = new HashSet<>();
        List<InsiderTransaction> used =
                known.stream().filter(line -> met.add(Content.of(line))).toList();
        return new KnownLines(used, late, early, known.size() - used.size());
    }

    /** The later of the two: nothing is known before it is done, whatever a damaged filing date says. */
    private static LocalDate knownOn(LocalDate done, @Nullable LocalDate filed) {
        return filed != null && filed.isAfter(done) ? filed : done;
    }
}
