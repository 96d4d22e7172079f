package io.quanttradingos.policy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One mapping of a YAML file: its keys in order, each with its line. */
final class YamlTree {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();

    /** The root of a file; an empty one has no keys. */
    static YamlTree of(String source, byte[] yaml) {
        LoadSettings settings =
                LoadSettings.builder().setUseMarks(true).setLabel(source).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(decoded(source, yaml));
            if (root.isEmpty() || isNothing(root.get())) {
                return new YamlTree();
            }
            if (root.get() instanceof MappingNode mapping) {
                return of(mapping);
            }
            throw refused(source, line(root.get()), "must be keys with values, such as 'max_heat: 0.06'");
        } catch (MarkedYamlEngineException e) {
            Integer line = e.getProblemMark().map(YamlTree::line).orElse(null);
            throw refused(source, line, "is not valid YAML: " + oneLine(e.getProblem()));
        } catch (YamlEngineException e) {
            throw refused(source, null, "is not valid YAML: " + oneLine(e.getMessage()));
        }
    }

    static YamlTree of(MappingNode mapping) {
        YamlTree tree = new YamlTree();
        for (NodeTuple entry : mapping.getValue()) {
            Node key = entry.getKeyNode();
            String name = key instanceof ScalarNode scalar
                    ? scalar.getValue()
                    : key.getTag().toString();
            if (tree.values.containsKey(name)) {
                tree.repeated.add(name);
            }
            tree.values.put(name, entry.getValueNode());
            tree.lines.put(name, line(key));
        }
        return tree;
    }

    private static String decoded(String source, byte[] yaml) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(source, null, "is not in UTF-8");
        }
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "unreadable" : text.replaceAll("\\s+", " ").strip();
    }

    private static Refusal refused(String source, @Nullable Integer line, String message) {
        return Refusal.invalid(List.of(new InputProblem(source, line, null, message)));
    }

    private static int line(Node node) {
        return node.getStartMark().map(YamlTree::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    List<String> repeated() {
        return repeated;
    }

    @Nullable Node value(String key) {
        return values.get(key);
    }

    /** The line of a key; of a dotted key its own or the nearest above it that the file has; null where it has none. */
    @Nullable Integer line(String key) {
        int dot = key.indexOf('.');
        String first = dot < 0 ? key : key.substring(0, dot);
        if (dot > 0 && values.get(first) instanceof MappingNode inner) {
            Integer line = of(inner).line(key.substring(dot + 1));
            if (line != null) {
                return line;
            }
        }
        return lines.get(first);
    }
}
