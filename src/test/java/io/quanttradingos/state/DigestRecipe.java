package io.quanttradingos.state;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.StringJoiner;

/** The digest of a run by the recipe in the javadoc of {@link RunStore}, written anew from its words. */
final class DigestRecipe {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    static String digest(RunRecord record) throws IOException {
        return new DigestRecipe().of(record);
    }

    private String of(RunRecord record) throws IOException {
        RunFacts facts = record.facts();
        put("qtos-run-1", facts.runId());
        put(ChronoUnit.MICROS.between(Instant.EPOCH, facts.startedAt()));
        put(ChronoUnit.MICROS.between(Instant.EPOCH, facts.finishedAt()));
        put(facts.kind(), facts.door());
        put(Objects.requireNonNull(facts.asOf()).toEpochDay());
        put(facts.status(), facts.requestJson(), facts.resultJson());
        StringJoiner inputs = new StringJoiner(",", "[", "]");
        facts.inputs()
                .forEach(input -> inputs.add("{\"name\":\"" + input.name() + "\",\"sha256\":\"" + input.sha256()
                        + "\",\"rows\":" + input.rows() + "}"));
        StringJoiner stages = new StringJoiner(",", "[", "]");
        facts.stages()
                .forEach(stage ->
                        stages.add("{\"stage\":\"" + stage.stage() + "\",\"sha256\":\"" + stage.sha256() + "\"}"));
        put(inputs.toString(), stages.toString(), facts.configSha256(), facts.version());
        out.writeBytes("----"); // no idempotency key, no portfolio value
        put(record.sequence());
        put(record.previous());
        return ContentDigest.sha256(bytes.toByteArray());
    }

    private void put(String... texts) throws IOException {
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeByte('T');
            out.writeInt(utf8.length);
            out.write(utf8);
        }
    }

    private void put(long number) throws IOException {
        out.writeByte('N');
        out.writeLong(number);
    }
}
