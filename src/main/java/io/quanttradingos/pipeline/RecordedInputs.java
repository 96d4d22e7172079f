package io.quanttradingos.pipeline;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.state.ContentDigest;
import io.quanttradingos.state.InputDigest;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The contents that a recorded run cites, each checked against the digest it is cited by. */
public final class RecordedInputs {
    private final RunStore store;
    private final RunRecord run;

    public RecordedInputs(RunStore store, RunRecord run) {
        this.store = store;
        this.run = run;
    }

    /** An input by its part in the run; empty where the run has none. */
    Optional<byte[]> find(String part) {
        return run.facts().inputs().stream()
                .filter(input -> input.name().equals(part))
                .findFirst()
                .map(this::content);
    }

    /** An input that every such run has. */
    public byte[] required(String part) {
        return find(part).orElseThrow(() -> Refusal.notUsable("run " + run.runId() + " names no input '" + part + "'"));
    }

    /** An input as a source under the name its sender gave it. */
    public Source source(String part, String name) {
        return new Source.Given(name, required(part));
    }

    byte[] content(InputDigest input) {
        return content("the input '" + input.name() + "'", input.sha256());
    }

    /** A content by its digest, or a refusal that names what it is. */
    byte[] content(String what, String sha256) {
        byte[] content = read(what, sha256);
        if (!ContentDigest.sha256(content).equals(sha256)) {
            throw Refusal.notUsable(
                    what + " of run " + run.runId() + " is damaged: its bytes no longer have the digest " + sha256);
        }
        return content;
    }

    private byte[] read(String what, String sha256) {
        try {
            return store.content(sha256)
                    .orElseThrow(() -> Refusal.notUsable(what + " of run " + run.runId()
                            + " is missing: nothing is kept under the digest " + sha256));
        } catch (UncheckedIOException e) {
            throw Refusal.notUsable(what + " of run " + run.runId() + " is damaged: " + e.getMessage());
        }
    }
}
