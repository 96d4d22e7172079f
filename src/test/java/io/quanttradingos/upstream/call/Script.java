package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that answers what it is told to, each time after its virtual while; its caller leaves in time, as from a real one. */
final class Script implements Sends {
    private final VirtualTime time;
    private final Deque<Line> lines = new ArrayDeque<>();
    private final List<Call> asked = new ArrayList<>();
    private final List<Duration> allowed = new ArrayList<>();

    /** One answer, after a while; null stands for the one before that repeats for ever. */
    private record Line(
            Duration after,
            Transport.@Nullable Reply reply,
            @Nullable IOException failure) {}

    Script(VirtualTime time) {
        this.time = time;
    }

    Script answers(JsonNode body) {
        return line(Duration.ZERO, new Transport.Reply(200, body, null));
    }

    Script answers(int number) {
        return answers(IntNode.valueOf(number));
    }

    Script answers(int status, @Nullable Duration retryAfter) {
        return line(Duration.ZERO, new Transport.Reply(status, null, retryAfter));
    }

    Script answersAfter(Duration after, int status, @Nullable Duration retryAfter) {
        return line(after, new Transport.Reply(status, status == 200 ? IntNode.valueOf(1) : null, retryAfter));
    }

    Script fails(IOException failure) {
        lines.add(new Line(Duration.ZERO, null, failure));
        return this;
    }

    Script gibberish() {
        return fails(new JsonParseException(null, "Unrecognized token 'sorry'"));
    }

    Script hangs() {
        return line(Duration.ofDays(1), new Transport.Reply(500, null, null));
    }

    private Script line(Duration after, Transport.Reply reply) {
        lines.add(new Line(after, reply, null));
        return this;
    }

    @Override
    public Transport.Reply send(Call call, Duration within) throws IOException {
        asked.add(call);
        allowed.add(within);
        Line line = lines.size() > 1 ? lines.remove() : lines.element();
        if (line.after().compareTo(within) > 0) {
            time.pass(within);
            throw new SocketTimeoutException("virtually");
        }
        time.pass(line.after());
        if (line.failure() != null) {
            throw line.failure();
        }
        return java.util.Objects.requireNonNull(line.reply());
    }

    /** From now on the last line only. */
    int times() {
        return asked.size();
    }

    /** How long each call was allowed to take. */
    List<Duration> allowed() {
        return allowed;
    }

    void forget() {
        lines.clear();
        asked.clear();
        allowed.clear();
    }
}
