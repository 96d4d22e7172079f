package io.quanttradingos.api;

import io.quanttradingos.state.RunRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A recorded answer with what proves it: the run's id and receipt, which are known only once it is recorded. */
final class ProvenAnswer {
    private ProvenAnswer() {}

    /** The answer, byte for byte as it was given the first time. */
    static byte[] of(RunRecord run) {
        String result = run.facts().resultJson();
        ByteArrayOutputStream answer = new ByteArrayOutputStream(result.length() + 1024);
        answer.writeBytes(
                (result.substring(0, result.length() - 1) + ",\"run_id\":\"" + run.runId() + "\",\"receipt\":")
                        .getBytes(StandardCharsets.UTF_8));
        answer.writeBytes(Json.bytes(Receipt.of(run)));
        answer.write('}');
        return answer.toByteArray();
    }
}
