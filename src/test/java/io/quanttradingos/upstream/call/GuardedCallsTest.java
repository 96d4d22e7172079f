package io.quanttradingos.upstream.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How services are asked, in virtual time. */
class GuardedCallsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Desk desk = Desk.of(Desk.settings());
    private final Script script = desk.script;

    @Test
    void a_success_is_served_with_its_day_and_time() {
        script.answers(42);

        assertThat(desk.ask(Desk.NEWS))
                .contains(new Served(IntNode.valueOf(42), Desk.DAY, Desk.NOW, Served.Origin.LIVE));
        assertThat(script.allowed()).containsExactly(TIMEOUT);
        assertThat(desk.time.elapsed()).isZero();
    }

    @Test
    void what_a_service_does_not_know_is_empty_and_not_asked_again() {
        script.answers(404, null);

        assertThat(desk.ask(Desk.NEWS)).isEmpty();
        assertThat(desk.ask(Desk.NEWS)).isEmpty();
        assertThat(script.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_status_that_often_passes_is_asked_again_twice(int status) {
        script.answers(status, null).answers(status, null).answers(1);

        assertThat(desk.ask(Desk.NEWS)).isPresent();
        assertThat(script.times()).isEqualTo(3);
        assertThat(desk.time.slept()).hasSize(2);
        assertThat(desk.time.slept().get(0)).isBetween(Duration.ZERO, Duration.ofMillis(250));
        assertThat(desk.time.slept().get(1)).isBetween(Duration.ZERO, Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_status_that_does_not_pass_is_given_up_after_two_repetitions(int status) {
        script.answers(status, null);

        assertThat(desk.refused(Desk.NEWS).detail()).contains("status " + status);
        assertThat(script.times()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 401, 403, 405, 410, 422, 451, 501, 505})
    void any_other_status_is_not_asked_again(int status) {
        script.answers(status, null);

        assertThat(desk.refused(Desk.NEWS).kind()).isEqualTo(Refusal.Kind.UPSTREAM_FAILED);
        assertThat(script.times()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FINNHUB, 401, 'Finnhub refused the key: check FINNHUB_API_KEY, or finnhub_key in the request'",
        "FINNHUB, 403, 'Finnhub refused the key: check FINNHUB_API_KEY, or finnhub_key in the request'",
        "LANGUAGE_MODEL, 401, 'the language model refused the key: check OPENAI_API_KEY, or openai_key in the request'",
        "YAHOO, 401, 'Yahoo refused access (status 401)'",
        "DATA_SERVICE, 403, 'the data service refused access (status 403)'",
        "YAHOO, 302, 'Yahoo answered with a redirect (status 302), which is not followed'",
        "DATA_SERVICE, 500, 'the data service answered with status 500'",
        "FINNHUB, 422, 'Finnhub answered with status 422'",
        "FINNHUB, 429, 'Finnhub is being asked too often (status 429); try again later'"
    })
    void a_status_is_told_in_a_sentence(UpstreamService service, int status, String sentence) {
        script.answers(status, null);

        Refusal refusal = desk.refused(Desk.of(service, "/x", Desk.KEY));

        assertThat(refusal.detail()).isEqualTo(sentence);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UPSTREAM_FAILED);
    }

    @Test
    void being_asked_too_often_is_told_with_the_time_the_service_names() {
        script.answers(429, Duration.ofMillis(29_001));

        assertThat(desk.refused(Desk.NEWS).detail())
                .isEqualTo("Finnhub is being asked too often (status 429); try again in 30 s");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("to http://10.0.0.1"), 3, "could not be reached"),
                Arguments.of(new UnknownHostException("finnhub.example"), 3, "could not be reached"),
                Arguments.of(new SSLHandshakeException("bad certificate"), 3, "could not be reached"),
                Arguments.of(new SocketException("Connection reset"), 3, "cut the connection"),
                Arguments.of(new IOException("Premature end"), 3, "cut the connection"),
                Arguments.of(new Transport.TooLarge(8_388_608), 1, "gave an answer larger than 8388608 bytes"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_in_a_sentence(IOException failure, int times, String sentence) {
        script.fails(failure);

        assertThat(desk.refused(Desk.NEWS).detail()).isEqualTo("Finnhub " + sentence);
        assertThat(script.times()).isEqualTo(times);
    }

    @Test
    void an_answer_that_is_no_json_is_not_asked_for_again() {
        script.gibberish();

        assertThat(desk.refused(Desk.NEWS).detail()).isEqualTo("Finnhub gave an answer that is not JSON");
        assertThat(script.times()).isEqualTo(1);
    }

    @Test
    void an_empty_success_is_no_json() {
        script.answers(204, null);

        assertThat(desk.refused(Desk.NEWS).detail()).isEqualTo("Finnhub gave an answer that is not JSON");
    }

    @Test
    void a_pause_is_never_shorter_than_the_service_asks_for() {
        script.answers(503, Duration.ofSeconds(3))
                .answers(429, Duration.ofSeconds(5))
                .answers(1);

        assertThat(desk.ask(Desk.NEWS)).isPresent();
        assertThat(desk.time.slept()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void a_pause_that_the_budget_does_not_allow_is_not_begun() {
        script.answers(503, Duration.ofSeconds(20));

        assertThat(desk.refused(Desk.NEWS, Duration.ofSeconds(20)).detail())
                .isEqualTo("Finnhub answered with status 503");
        assertThat(script.times()).isEqualTo(1);
        assertThat(desk.time.elapsed()).isZero();
    }

    @Test
    void a_timeout_is_tried_again_only_with_the_time_for_a_whole_attempt() {
        script.hangs();

        Refusal refusal = desk.refused(Desk.NEWS, Duration.ofSeconds(20));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UPSTREAM_TIMED_OUT);
        assertThat(refusal.detail()).isEqualTo("Finnhub did not answer in time");
        assertThat(script.allowed()).containsExactly(TIMEOUT, TIMEOUT);
        assertThat(desk.time.elapsed()).isLessThan(Duration.ofSeconds(17));
    }

    @Test
    void the_last_attempt_may_take_no_more_than_what_is_left() {
        script.answersAfter(Duration.ofSeconds(7), 500, null);

        desk.refused(Desk.NEWS, Duration.ofSeconds(10));

        assertThat(script.allowed()).hasSize(2);
        assertThat(script.allowed().get(1)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(desk.time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void the_language_model_is_given_more_time() {
        script.hangs();

        desk.refused(Desk.of(UpstreamService.LANGUAGE_MODEL, "/chat", Desk.KEY), Duration.ofSeconds(60));

        assertThat(script.allowed())
                .containsExactly(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    @Test
    void a_spent_budget_asks_nobody() {
        script.answers(1);

        assertThat(desk.refused(Desk.NEWS, Duration.ZERO).kind()).isEqualTo(Refusal.Kind.UPSTREAM_TIMED_OUT);
        assertThat(script.times()).isZero();
    }

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_script_makes_a_caller_wait_longer_than_its_budget(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] statuses = {200, 404, 429, 500, 502, 503, 504, 401, 302, 418};
        for (int line = 0; line < 8; line++) {
            Duration retryAfter = random.nextBoolean() ? null : Duration.ofMillis(random.nextInt(30_000));
            Duration after = Duration.ofMillis(random.nextInt(4) == 0 ? 100_000 : random.nextInt(9_000));
            int kind = random.nextInt(6);
            if (kind == 0) {
                script.fails(new ConnectException());
            } else {
                script.answersAfter(after, statuses[random.nextInt(statuses.length)], retryAfter);
            }
        }

        for (int call = 0; call < 4; call++) {
            Duration total = Duration.ofMillis(random.nextInt(40_000));
            Duration begun = desk.time.elapsed();
            Budget budget = desk.budget(total);
            try {
                desk.ask(Desk.of(UpstreamService.FINNHUB, "/" + call, null), total);
            } catch (Refusal refusal) {
                assertThat(refusal.detail()).doesNotContain("http").isNotBlank();
            }
            assertThat(desk.time.elapsed().minus(begun)).isLessThanOrEqualTo(total);
            assertThat(budget.remaining())
                    .isEqualTo(total.minus(desk.time.elapsed().minus(begun)));
        }
        assertThat(script.times()).isLessThanOrEqualTo(12);
    }

    @Test
    void an_equal_question_of_the_same_day_is_answered_from_memory_whoever_asks() {
        script.answers(1).answers(2);
        desk.ask(Desk.NEWS);
        Call another = Call.get(Desk.NEWS.service(), Desk.NEWS.subject(), Desk.DAY, Desk.NEWS.path(), null);

        assertThat(desk.ask(another))
                .contains(new Served(IntNode.valueOf(1), Desk.DAY, Desk.NOW, Served.Origin.CACHED));
        assertThat(script.times()).isEqualTo(1);
    }

    @Test
    void a_question_that_differs_in_anything_is_asked() {
        script.answers(1);
        Call post = new Call(Desk.NEWS.service(), Desk.NEWS.subject(), Desk.DAY, "POST", Desk.NEWS.path(), "{}", null);
        List<Call> different = List.of(
                Desk.NEWS,
                Call.get(UpstreamService.YAHOO, Desk.NEWS.subject(), Desk.DAY, Desk.NEWS.path(), null),
                Call.get(UpstreamService.FINNHUB, "company-news MSFT", Desk.DAY, Desk.NEWS.path(), null),
                Call.get(UpstreamService.FINNHUB, Desk.NEWS.subject(), Desk.DAY.plusDays(1), Desk.NEWS.path(), null),
                Call.get(UpstreamService.FINNHUB, Desk.NEWS.subject(), Desk.DAY, "/other", null),
                post,
                new Call(post.service(), post.subject(), post.day(), "POST", post.path(), "{ }", null));

        different.forEach(desk::ask);

        assertThat(script.times()).isEqualTo(different.size());
    }

    @Test
    void a_failure_is_not_remembered() {
        script.answers(401, null).answers(1);
        desk.refused(Desk.NEWS);

        assertThat(desk.ask(Desk.NEWS)).isPresent();
    }

    @Test
    void memory_lasts_as_long_as_it_is_set_to() {
        Desk hour = Desk.of(Desk.withMemory(Desk.settings(), 1 << 20, Duration.ofHours(1)));
        hour.script.answers(1);
        hour.ask(Desk.NEWS);
        hour.time.pass(Duration.ofMinutes(59));
        hour.ask(Desk.NEWS);
        assertThat(hour.script.times()).isEqualTo(1);

        hour.time.pass(Duration.ofMinutes(2));
        hour.ask(Desk.NEWS);
        assertThat(hour.script.times()).isEqualTo(2);
    }

    @Test
    void memory_of_no_length_or_size_remembers_nothing() {
        for (CallSettings none : List.of(
                Desk.withMemory(Desk.settings(), 0, Duration.ofHours(1)),
                Desk.withMemory(Desk.settings(), 1 << 20, Duration.ZERO))) {
            Desk forgetful = Desk.of(none);
            forgetful.script.answers(1);
            forgetful.ask(Desk.NEWS);
            forgetful.ask(Desk.NEWS);
            assertThat(forgetful.script.times()).isEqualTo(2);
        }
    }

    @Test
    void memory_holds_no_more_than_its_size() {
        Desk small = Desk.of(Desk.withMemory(Desk.settings(), 20_000, Duration.ofDays(1)));
        small.script.answers(JsonNodeFactory.instance.textNode("x".repeat(2_000)));
        for (int i = 0; i < 100; i++) {
            small.ask(Desk.of(UpstreamService.YAHOO, "/" + i, null));
        }
        assertThat(small.script.times()).isEqualTo(100);

        for (int i = 0; i < 100; i++) {
            small.ask(Desk.of(UpstreamService.YAHOO, "/" + i, null));
        }
        assertThat(small.script.times()).isGreaterThanOrEqualTo(100 + 100 - 20_000 / 2_000);
    }

    @Test
    void nobody_can_change_what_another_is_served() {
        script.answers(JsonNodeFactory.instance.objectNode().put("price", 1));
        ((ObjectNode) desk.ask(Desk.NEWS).orElseThrow().body()).put("price", 2);

        assertThat(desk.ask(Desk.NEWS).orElseThrow().body().path("price").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone_and_tried_again_later() {
        script.answers(500, null);
        int refusals = 0;
        Refusal last = desk.refused(call(refusals));
        while (!last.detail().contains("left alone")) {
            refusals++;
            last = desk.refused(call(refusals));
        }
        int asked = script.times();

        assertThat(asked).isEqualTo(10);
        assertThat(last.detail()).isEqualTo("Finnhub has failed repeatedly and is left alone for another 30 s");
        assertThat(last.kind()).isEqualTo(Refusal.Kind.UPSTREAM_FAILED);

        desk.time.pass(Duration.ofSeconds(20));
        assertThat(desk.refused(Desk.NEWS).detail()).endsWith("for another 10 s");
        assertThat(script.times()).isEqualTo(asked);

        desk.time.pass(Duration.ofSeconds(10).plusMillis(1));
        script.forget();
        script.answers(1);
        assertThat(desk.ask(Desk.NEWS)).isPresent();
        assertThat(desk.ask(call(1000))).isPresent();
    }

    @Test
    void one_failure_of_the_trial_leaves_it_alone_again() {
        leaveFinnhubAlone();
        desk.time.pass(Duration.ofSeconds(31));
        int asked = script.times();

        desk.refused(Desk.NEWS);

        assertThat(script.times()).isEqualTo(asked + 1);
        assertThat(desk.refused(Desk.NEWS).detail()).contains("left alone for another 30 s");
    }

    @Test
    void a_service_that_is_left_alone_leaves_the_others_at_work() {
        leaveFinnhubAlone();
        script.forget();
        script.answers(1);

        assertThat(desk.ask(Desk.of(UpstreamService.YAHOO, "/x", null))).isPresent();
    }

    private void leaveFinnhubAlone() {
        script.answers(500, null);
        for (int i = 0; i < 10; i++) {
            desk.refused(call(i));
        }
        assertThat(desk.refused(Desk.NEWS).detail()).contains("left alone");
    }

    private static Call call(int number) {
        return Desk.of(UpstreamService.FINNHUB, "/" + number, Desk.KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422, 429})
    void what_is_not_the_services_fault_never_leaves_it_alone(int status) {
        script.answers(status, null);
        for (int i = 0; i < 60; i++) {
            try {
                desk.ask(call(i));
            } catch (Refusal refusal) {
                assertThat(refusal.detail()).doesNotContain("left alone");
            }
        }

        assertThat(script.times()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void a_timeout_for_want_of_budget_is_not_the_services_fault_but_one_of_full_length_is() {
        script.hangs();
        for (int i = 0; i < 30; i++) {
            assertThat(desk.refused(call(i), Duration.ofSeconds(7)).detail()).contains("in time");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(desk.refused(call(i), Duration.ofSeconds(8)).detail()).contains("in time");
        }

        assertThat(desk.refused(call(99)).detail()).contains("left alone");
    }

    @Test
    void a_service_is_asked_no_more_often_in_a_minute_than_it_allows() {
        Desk paced = Desk.of(Desk.withPace(Desk.settings(), 5));
        paced.script.answers(1);
        for (int i = 0; i < 5; i++) {
            paced.ask(call(i));
        }
        assertThat(paced.time.slept()).isEmpty();

        Refusal refusal = paced.refused(call(5), Duration.ofSeconds(20));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OVERLOADED);
        assertThat(refusal.detail()).matches("Finnhub has been asked as often as it may be; try again in (60|5\\d) s");
        assertThat(paced.time.slept()).isEmpty();

        assertThat(paced.ask(call(5), Duration.ofMinutes(2))).isPresent();
        assertThat(paced.time.slept())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60)));
        assertThat(paced.ask(Desk.of(UpstreamService.YAHOO, "/x", null))).isPresent();
        assertThat(paced.script.times()).isEqualTo(7);
    }

    @Test
    void refused_turns_are_left_to_others() {
        Desk paced = Desk.of(Desk.withPace(Desk.settings(), 1));
        paced.script.answers(1);
        paced.ask(call(0));
        for (int i = 1; i < 50; i++) {
            paced.refused(call(i), Duration.ofSeconds(20));
        }

        assertThat(paced.ask(call(50), Duration.ofSeconds(61))).isPresent();
    }

    @Test
    void an_answer_from_memory_takes_no_turn() {
        Desk paced = Desk.of(Desk.withPace(Desk.settings(), 1));
        paced.script.answers(1);
        for (int i = 0; i < 10; i++) {
            assertThat(paced.ask(Desk.NEWS)).isPresent();
        }
    }
}
