package io.quanttradingos.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.IntNode;
import io.quanttradingos.failure.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers at once, on threads and in time that passes. */
@Timeout(60)
class CrowdTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private GuardedCalls calls = calls(1, 1, this::stubborn);

    /** Answers once it is released; until then it cannot be moved, not even by an interrupt. */
    private Transport.Reply stubborn(Call call, Duration within) {
        sent.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        boolean interrupted = false;
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        atOnce.decrementAndGet();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Transport.Reply(200, IntNode.valueOf(1), null);
    }

    private static GuardedCalls calls(int atOnce, int waiting, Transport transport) {
        CallSettings base = CallSettings.defaults();
        CallSettings settings = new CallSettings(
                base.mode(),
                base.timeouts(),
                base.retries(),
                new CallSettings.Load(atOnce, waiting, 0),
                base.breaker(),
                base.memory());
        return new GuardedCalls(
                settings,
                transport,
                new Recordings(Path.of("target", "no-recordings")),
                () -> Desk.NOW,
                new SplittableRandom(7),
                CallTime.passing());
    }

    @AfterEach
    void release() {
        released.countDown();
        callers.shutdownNow();
        calls.close();
    }

    private static Call call(int number) {
        return Desk.of(UpstreamService.YAHOO, "/" + number, null);
    }

    private Future<Served> asking(Call call) {
        return callers.submit(() -> calls.ask(call, Budget.of(LONG)).orElseThrow());
    }

    @Test
    void no_more_calls_are_in_work_than_may_be_and_too_many_waiting_are_refused_at_once() throws Exception {
        calls = calls(2, 3, this::stubborn);
        List<Future<Served>> served = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            served.add(asking(call(i)));
        }
        await().until(() -> sent.get() == 2 && calls.waiting() == 3);

        assertThatThrownBy(() -> calls.ask(call(99), Budget.of(LONG)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERLOADED))
                .hasMessage("too many calls to other services are waiting; try again in a few seconds");

        released.countDown();
        for (Future<Served> each : served) {
            assertThat(each.get().body().asInt()).isEqualTo(1);
        }
        assertThat(mostAtOnce).hasValue(2);
        assertThat(sent).hasValue(5);
        assertThat(calls.ask(call(99), Budget.of(LONG))).isPresent();
    }

    @Test
    void whoever_waits_for_a_place_leaves_when_its_budget_is_spent() {
        calls = calls(1, 1, this::stubborn);
        asking(call(1));
        await().until(() -> sent.get() == 1);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> calls.ask(call(2), Budget.of(Duration.ofMillis(50))));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERLOADED);
        assertThat(calls.waiting()).isZero();
    }

    @Test
    void a_transport_that_hangs_keeps_its_thread_and_not_its_caller() {
        calls = calls(1, 1, this::stubborn);
        Refusal hung = catchThrowableOfType(Refusal.class, () -> calls.ask(call(1), Budget.of(Duration.ofMillis(50))));
        Refusal noThread =
                catchThrowableOfType(Refusal.class, () -> calls.ask(call(2), Budget.of(Duration.ofMillis(50))));

        assertThat(hung.kind()).isEqualTo(Refusal.Kind.UPSTREAM_TIMED_OUT);
        assertThat(noThread.kind()).isEqualTo(Refusal.Kind.OVERLOADED);
        assertThat(sent).hasValue(1);
    }

    @Test
    void equal_questions_at_once_are_asked_once() throws Exception {
        calls = calls(4, 4, this::stubborn);
        List<Future<Served>> served = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            served.add(asking(call(1)));
        }
        await().until(() -> sent.get() == 1);
        released.countDown();

        int live = 0;
        for (Future<Served> each : served) {
            live += each.get().origin() == Served.Origin.LIVE ? 1 : 0;
        }
        assertThat(live).isEqualTo(1);
        assertThat(sent).hasValue(1);
    }

    @Test
    void whoever_follows_another_leaves_when_its_own_budget_is_spent() {
        calls = calls(4, 4, this::stubborn);
        asking(call(1));
        await().until(() -> sent.get() == 1);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> calls.ask(call(1), Budget.of(Duration.ofMillis(50))));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UPSTREAM_TIMED_OUT);
        assertThat(sent).hasValue(1);
    }

    @Test
    void anothers_wrong_key_or_small_budget_is_not_ones_own() throws Exception {
        Map<String, Integer> statuses = new ConcurrentHashMap<>(Map.of("wrong-key", 401, "right-key", 200));
        CountDownLatch asked = new CountDownLatch(1);
        calls = calls(4, 4, (call, within) -> {
            String secret = call.key() == null ? "" : call.key().reveal();
            if (secret.equals("wrong-key")) {
                asked.countDown();
                stubborn(call, within);
            }
            int status = statuses.getOrDefault(secret, 500);
            return new Transport.Reply(status, status == 200 ? IntNode.valueOf(1) : null, null);
        });
        Call wrong = Desk.of(UpstreamService.FINNHUB, "/x", AccessKey.of("wrong-key"));
        Future<Served> first = asking(wrong);
        asked.await();
        Future<Served> second = asking(Desk.of(UpstreamService.FINNHUB, "/x", AccessKey.of("right-key")));
        Future<Served> third = asking(Desk.of(UpstreamService.FINNHUB, "/x", AccessKey.of("wrong-key")));
        released.countDown();

        assertThat(second.get().body().asInt()).isEqualTo(1);
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class).hasMessageContaining("refused the key");
        try {
            assertThat(third.get().body().asInt())
                    .as("came after the right key")
                    .isEqualTo(1);
        } catch (ExecutionException e) {
            assertThat(e).hasMessageContaining("refused the key");
        }
    }

    @Test
    void an_interrupt_breaks_the_wait_off() throws Exception {
        calls = calls(1, 1, this::stubborn);
        CountDownLatch ended = new CountDownLatch(1);
        Refusal[] refusal = new Refusal[1];
        Thread caller = new Thread(() -> {
            refusal[0] = catchThrowableOfType(Refusal.class, () -> calls.ask(call(1), Budget.of(LONG)));
            if (Thread.currentThread().isInterrupted()) {
                ended.countDown();
            }
        });
        caller.start();
        await().until(() -> sent.get() == 1);
        caller.interrupt();
        ended.await();

        assertThat(refusal[0]).hasMessage("the wait for Yahoo was broken off");
    }
}
