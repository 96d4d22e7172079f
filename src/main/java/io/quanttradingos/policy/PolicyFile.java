package io.quanttradingos.policy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.util.List;
import java.util.Map;

/**
 * A policy record as YAML, for example {@code PolicyFile.read("regime.yaml", bytes, RegimePolicy.defaults())}.
 *
 * <pre>
 * # what is not said keeps its default
 * high_vol_enter_rank: 0.80
 * bonds: [TLT, IEF, SHY]
 * weights:
 *   trend: 0.3
 * </pre>
 *
 * Each key is a component of the record, in snake_case. A component is a double, an int, a boolean, a String, a
 * {@code List<String>}, a further record, or a {@code Map} of texts to numbers, texts, lists of texts or records (whose type
 * then has a static {@code defaults()}). A list or map that is given replaces the
 * default one as a whole; a further record is filled key by key.
 */
public final class PolicyFile {
    private PolicyFile() {}

    /**
     * The defaults with the file's values in their place.
     *
     * @param source the file's name, for messages
     * @param yaml its bytes in UTF-8; empty for the defaults
     * @param defaults the record whose type says what the file may hold
     * @throws Refusal for YAML that is none, an unknown key (the nearest known one is named), a key given twice, a wrong
     *     type, or a value the record's constructor does not allow: each with the line and the key. The constructor's
     *     message must start with the key.
     */
    public static <P extends Record> P read(String source, byte[] yaml, P defaults) {
        YamlTree tree = YamlTree.of(source, yaml);
        PolicyBinding binding = new PolicyBinding(source);
        P policy = binding.bind(tree, "", defaults);
        List<InputProblem> problems = binding.problems();
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return policy;
    }

    /** The record as YAML that {@link #read} takes back, a comment above each key that has one. */
    public static String render(Record policy, Map<String, String> comments) {
        return PolicyText.yaml(policy, comments);
    }

    /**
     * One line {@code path=value} per setting, in an order that depends on the type alone: for digests.
     *
     * <p>Equal records give equal texts on every Java version; two records that differ give different ones.
     */
    public static String canonical(Record policy) {
        return PolicyText.canonical(policy);
    }
}
