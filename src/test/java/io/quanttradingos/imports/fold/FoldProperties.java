package io.quanttradingos.imports.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.TransactionKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of whole shares against a twin that holds every single share in a queue. */
class FoldProperties {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** One share, with its price; sold short where that is so. */
    private record Share(BigDecimal price, boolean isShort) {}

    @ParameterizedTest
    @MethodSource("seeds")
    void shares_one_by_one_come_to_the_same(int seed) {
        List<Transaction> history = history(new Random(seed));
        Deque<Share> open = new ArrayDeque<>();
        BigDecimal gross = BigDecimal.ZERO;
        for (Transaction line : history) {
            boolean sale = line.kind() == TransactionKind.SELL || line.kind() == TransactionKind.SELL_SHORT;
            if (line.kind() == TransactionKind.SPLIT) {
                Deque<Share> doubled = new ArrayDeque<>();
                open.forEach(share -> {
                    Share half = new Share(share.price().divide(BigDecimal.valueOf(2)), share.isShort());
                    doubled.add(half);
                    doubled.add(half);
                });
                open = doubled;
                continue;
            }
            BigDecimal price = Objects.requireNonNull(line.price());
            for (int i = 0; i < line.quantity().intValueExact(); i++) {
                if (!open.isEmpty() && open.peek().isShort() != sale) {
                    BigDecimal gain = price.subtract(open.remove().price());
                    gross = gross.add(sale ? gain : gain.negate());
                } else {
                    open.add(new Share(price, sale));
                }
            }
        }

        Folded folded = Fold.of(history);

        assertThat(folded.gaps()).isEmpty();
        assertThat(sum(folded.trades().stream().map(RoundTrip::grossResult).toList()))
                .isEqualByComparingTo(gross);
        BigDecimal held =
                sum(folded.positions().stream().map(OpenPosition::quantity).toList());
        assertThat(held.abs()).isEqualByComparingTo(BigDecimal.valueOf(open.size()));
        assertThat(held.signum()).isEqualTo(open.isEmpty() ? 0 : open.peek().isShort() ? -1 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_fee_no_share_and_no_cash_is_lost(int seed) {
        List<Transaction> history = history(new Random(seed));

        Folded folded = Fold.of(history);

        List<Lot> open = folded.positions().stream()
                .flatMap(held -> held.lots().stream())
                .toList();
        boolean isShort = folded.positions().stream().anyMatch(OpenPosition::isShort);
        BigDecimal fees = sum(open.stream().map(lot -> lot.money().fees()).toList())
                .add(sum(folded.trades().stream().map(RoundTrip::fees).toList()));
        BigDecimal tiedUp = sum(open.stream().map(lot -> lot.money().value()).toList());
        BigDecimal results = sum(folded.trades().stream().map(RoundTrip::result).toList());
        BigDecimal feesOfOpen = sum(open.stream().map(lot -> lot.money().fees()).toList());
        assertThat(fees)
                .isEqualByComparingTo(
                        sum(history.stream().map(Transaction::fees).toList()));
        assertThat(results.subtract(feesOfOpen).add(isShort ? tiedUp : tiedUp.negate()))
                .isEqualByComparingTo(sum(history.stream()
                        .filter(line -> line.amount() != null)
                        .map(Transaction::amount)
                        .toList()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Transaction> history(Random random) {
        List<Transaction> lines = new ArrayList<>();
        int held = 0;
        LocalDate day = FIRST;
        for (int i = 0; i < 40; i++) {
            day = day.plusDays(random.nextInt(3));
            int shares = 1 + random.nextInt(9);
            boolean split = held != 0 && Math.abs(held) < 200 && random.nextInt(12) == 0;
            if (split) {
                day = day.plusDays(1); // of its own: a split comes before the trades of its day
                lines.add(line(i, day, TransactionKind.SPLIT, held, 0, 0));
                held *= 2;
            } else if (random.nextBoolean()) {
                lines.add(line(i, day, TransactionKind.BUY, shares, 50 + random.nextInt(100), random.nextInt(300)));
                held += shares;
            } else {
                TransactionKind kind = held >= shares ? TransactionKind.SELL : TransactionKind.SELL_SHORT;
                lines.add(line(i, day, kind, shares, 50 + random.nextInt(100), random.nextInt(300)));
                held -= shares;
            }
        }
        return lines;
    }

    private static Transaction line(int number, LocalDate day, TransactionKind kind, int shares, int price, int cents) {
        boolean split = kind == TransactionKind.SPLIT;
        BigDecimal fees = BigDecimal.valueOf(cents, 2);
        BigDecimal value = BigDecimal.valueOf((long) shares * price);
        BigDecimal amount = kind == TransactionKind.BUY ? value.add(fees).negate() : value.subtract(fees);
        return new Transaction(
                number,
                "",
                day,
                null,
                kind,
                "SPY",
                null,
                "",
                BigDecimal.valueOf(shares),
                split ? null : BigDecimal.valueOf(price),
                fees,
                split ? null : amount,
                "USD",
                "USD",
                "USD");
    }
}
