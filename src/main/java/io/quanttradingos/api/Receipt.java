package io.quanttradingos.api;

import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.state.InputDigest;
import io.quanttradingos.state.RunRecord;
import java.util.List;

/**
 * What proves a recorded run.
 *
 * @param inputs what it was computed from, by digest
 * @param configSha256 the digest of the policies it ran under
 * @param version the program's version
 * @param previous the digest of the run recorded before it
 * @param digest the digest of everything recorded about it, {@code previous} included
 */
public record Receipt(List<InputDigest> inputs, String configSha256, String version, String previous, String digest) {

    static Receipt of(RunRecord run) {
        List<InputDigest> inputs = run.facts().inputs().stream()
                .filter(input -> !input.name().equals(Recorder.POLICIES))
                .toList();
        return new Receipt(inputs, run.facts().configSha256(), run.facts().version(), run.previous(), run.digest());
    }
}
