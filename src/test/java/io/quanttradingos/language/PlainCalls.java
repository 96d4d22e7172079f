package io.quanttradingos.language;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a service on this machine, without retries or memory. */
final class PlainCalls implements UpstreamCalls {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    final List<Call> calls = new ArrayList<>();
    Served.Origin origin = Served.Origin.LIVE;

    PlainCalls(URI base) {
        this.base = base;
    }

    @Override
    public Optional<Served> ask(Call call, Budget budget) {
        calls.add(call);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .timeout(budget.remaining())
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + Objects.requireNonNull(call.key()).reveal())
                .method(call.method(), HttpRequest.BodyPublishers.ofString(Objects.requireNonNull(call.body())))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                return Optional.empty();
            }
            if (response.statusCode() != 200) {
                throw failed("the language model answered with status " + response.statusCode(), null);
            }
            return Optional.of(
                    new Served(ChatService.JSON.readTree(response.body()), call.day(), Instant.EPOCH, origin));
        } catch (IOException | InterruptedException e) {
            throw failed("the language model cannot be reached", e);
        }
    }

    private static Refusal failed(String sentence, @Nullable Throwable cause) {
        return new Refusal(Refusal.Kind.UPSTREAM_FAILED, sentence, List.of(), cause);
    }
}
