package io.quanttradingos.language;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One request of the client library's and its answer, sent as every call to a service is.
 *
 * <p>The library is given neither key nor address, and its headers are dropped. Keeps what the service served, and a refusal, so
 * that neither is lost in what the library makes of it.
 */
final class Exchange implements HttpClient, HttpClientBuilder {
    /** Stands for the address, which is the calls' matter. */
    static final String BASE = "http://language-model.invalid";

    private static final int LONGEST_NAME = 200;

    private final UpstreamCalls calls;
    private final String subject;
    private final LocalDate day;
    private final AccessKey key;
    private final Budget budget;
    private @Nullable Served served;
    private @Nullable Refusal refusal;
    private int characters;

    Exchange(UpstreamCalls calls, String subject, LocalDate day, AccessKey key, Budget budget) {
        this.calls = calls;
        this.subject = subject;
        this.day = day;
        this.key = key;
        this.budget = budget;
    }

    /** Whether the service was reached and gave an answer of whatever kind. */
    boolean isAnswered() {
        return served != null;
    }

    /** Who answered, as the service names it, or the name by which it was asked for. */
    String model(String askedFor) {
        String named =
                served == null ? "" : PlainText.of(served.body().path("model").asText(""));
        return named.isEmpty() || named.length() > LONGEST_NAME ? askedFor : named;
    }

    /** What it cost. */
    TokenUse tokens() {
        return served == null ? TokenUse.NONE : TokenCount.of(served);
    }

    /** What it may have cost; the same where the service says what it cost. */
    long tokensAtMost() {
        return TokenCount.atMost(tokens(), characters);
    }

    /** Why the service was not reached; null where it was. */
    @Nullable Refusal refusal() {
        return refusal;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            Served answer = calls.ask(callOf(request), budget).orElseThrow(Exchange::unknown);
            String body = answer.body().toString();
            served = answer;
            characters = request.body().length() + body.length();
            return SuccessfulHttpResponse.builder().statusCode(200).body(body).build();
        } catch (Refusal e) {
            refusal = e;
            throw e;
        }
    }

    private Call callOf(HttpRequest request) {
        String path = request.url().substring(BASE.length());
        return new Call(
                UpstreamService.LANGUAGE_MODEL, subject, day, request.method().name(), path, request.body(), key);
    }

    private static Refusal unknown() {
        return LanguageFailures.failed(
                "the language model is not known to its service: OPENAI_BASE_URL or OPENAI_MODEL names none there");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read whole");
    }

    @Override
    public HttpClient build() {
        return this;
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return null;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    /** Does nothing: the budget says how long to wait. */
    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    /** Does nothing: the budget says how long to wait. */
    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }
}
