package io.quanttradingos.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run about to be recorded: its facts and the bytes they cite.
 *
 * @param facts what will be recorded
 * @param inputs the bytes behind {@link RunFacts#inputs}, in the same order
 * @param stages the bytes behind {@link RunFacts#stages}, in the same order
 */
public record RunDraft(RunFacts facts, List<Content> inputs, List<Content> stages) {
    public RunDraft {
        inputs = List.copyOf(inputs);
        stages = List.copyOf(stages);
        if (inputs.size() != facts.inputs().size()
                || stages.size() != facts.stages().size()) {
            throw new IllegalArgumentException("each cited input and stage needs its content");
        }
    }

    /** Begins a draft; what is not set stays empty, unknown or {@code ok}. */
    public static Builder of(String runId, String kind, String door) {
        return new Builder(runId, kind, door);
    }

    /** Collects the parts of a draft in any order. */
    public static final class Builder {
        private final String runId;
        private final String kind;
        private final String door;
        private Instant startedAt = Instant.EPOCH;
        private Instant finishedAt = Instant.EPOCH;
        private @Nullable LocalDate asOf;
        private String status = "ok";
        private String requestJson = "{}";
        private String resultJson = "{}";
        private final List<InputDigest> inputs = new ArrayList<>();
        private final List<Content> inputContents = new ArrayList<>();
        private final List<StageDigest> stages = new ArrayList<>();
        private final List<Content> stageContents = new ArrayList<>();
        private String configSha256 = ContentDigest.NONE;
        private String version = "";
        private @Nullable String idempotencyKey;
        private @Nullable PortfolioValue portfolioValue;

        private Builder(String runId, String kind, String door) {
            this.runId = runId;
            this.kind = kind;
            this.door = door;
        }

        public Builder ran(Instant started, Instant finished) {
            startedAt = started;
            finishedAt = finished;
            return this;
        }

        public Builder asOf(@Nullable LocalDate date) {
            asOf = date;
            return this;
        }

        public Builder status(String text) {
            status = text;
            return this;
        }

        /** The request as JSON, inputs as digests, without keys. */
        public Builder request(String json) {
            requestJson = json;
            return this;
        }

        /** The answer as JSON, without the stage outputs. */
        public Builder result(String json) {
            resultJson = json;
            return this;
        }

        public Builder input(String name, Content content, @Nullable Long rows) {
            inputs.add(new InputDigest(name, content.sha256(), rows));
            inputContents.add(content);
            return this;
        }

        public Builder stage(String name, Content output) {
            stages.add(new StageDigest(name, output.sha256()));
            stageContents.add(output);
            return this;
        }

        /** The digest of the settings and the program's version. */
        public Builder under(String settingsSha256, String programVersion) {
            configSha256 = settingsSha256;
            version = programVersion;
            return this;
        }

        public Builder idempotencyKey(@Nullable String key) {
            idempotencyKey = key;
            return this;
        }

        public Builder portfolioValue(@Nullable PortfolioValue value) {
            portfolioValue = value;
            return this;
        }

        public RunDraft build() {
            RunFacts facts = new RunFacts(
                    runId,
                    startedAt,
                    finishedAt,
                    kind,
                    door,
                    asOf,
                    status,
                    requestJson,
                    resultJson,
                    inputs,
                    stages,
                    configSha256,
                    version,
                    idempotencyKey,
                    portfolioValue);
            return new RunDraft(facts, inputContents, stageContents);
        }
    }
}
