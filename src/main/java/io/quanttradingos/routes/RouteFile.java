package io.quanttradingos.routes;

import io.quanttradingos.failure.InputProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One file of routes, read as YAML with the line of everything.
 *
 * @param name without its folder, such as {@code 40-decision.camel.yaml}
 * @param root null where the file is no YAML
 */
record RouteFile(String name, @Nullable Node root) {
    /** Where files of routes of the user's own that are doors end: what is numbered higher is shared by every command. */
    private static final String FIRST_SHARED = "40";

    /** Reads one; what is wrong with its YAML is added to the problems. */
    static RouteFile read(String name, byte[] yaml, List<InputProblem> problems) {
        LoadSettings settings =
                LoadSettings.builder().setUseMarks(true).setLabel(name).build();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            Node root = new Compose(settings).composeString(text).orElse(null);
            if (!(root instanceof SequenceNode)) {
                problems.add(
                        new InputProblem(name, 1, null, "must be a list of routes, each beginning with '- route:'"));
                return new RouteFile(name, null);
            }
            return new RouteFile(name, root);
        } catch (CharacterCodingException e) {
            problems.add(new InputProblem(name, null, null, "is not in UTF-8"));
        } catch (MarkedYamlEngineException e) {
            Mark at = e.getProblemMark().orElse(null);
            String column = at == null ? "" : " at column " + (at.getColumn() + 1);
            problems.add(new InputProblem(
                    name,
                    at == null ? null : at.getLine() + 1,
                    null,
                    "is not valid YAML" + column + ": " + oneLine(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(new InputProblem(name, null, null, "is not valid YAML: " + oneLine(e.getMessage())));
        }
        return new RouteFile(name, null);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "unreadable" : text.replaceAll("\\s+", " ").strip();
    }

    /** Whether only the service opens it, so that errors in it meet the handling of a door. */
    boolean isDoor() {
        return name.compareTo(FIRST_SHARED) < 0;
    }

    /** The entries of a kind, such as {@code route}. */
    List<Node> entries(String kind) {
        return root instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(entry -> value(entry, kind))
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : List.of();
    }

    /** The value of a key; null where the node has none. */
    static @Nullable Node value(@Nullable Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (key.equals(text(entry.getKeyNode()))) {
                    return entry.getValueNode();
                }
            }
        }
        return null;
    }

    /** A scalar's text; null where the node is none. */
    static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
