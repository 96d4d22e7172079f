package io.quanttradingos.routes;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Whether files of routes fit together and with the program, for example
 * {@code 40-decision.camel.yaml:16 method 'gathr' is no method of pipeline; did you mean gather?}
 */
public final class RouteCheck {
    private static final String DIRECT = "direct:";

    private final Map<String, Class<?>> beans;
    private final ClassLoader classes;
    private final List<InputProblem> problems = new ArrayList<>();
    private final List<RouteFile> files = new ArrayList<>();
    /** What routes begin at, by where: {@code direct:} and a name. */
    private final Map<String, String> begins = new TreeMap<>();

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> configurations = new HashSet<>();
    private final Set<String> ownBeans = new HashSet<>();

    private RouteCheck(Map<String, Class<?>> beans, ClassLoader classes) {
        this.beans = beans;
        this.classes = classes;
    }

    /**
     * Looks for every mistake.
     *
     * @param yaml the files by their names without a folder
     * @param beans what routes may refer to, by name
     * @param needed what the program itself calls, such as {@code direct:decision}, and the shipped file that has it; only of the
     *     files given
     * @param classes finds the classes that a route names
     */
    public static List<InputProblem> problems(
            Map<String, byte[]> yaml, Map<String, Class<?>> beans, Map<String, String> needed, ClassLoader classes) {
        RouteCheck check = new RouteCheck(beans, classes);
        check.read(yaml);
        if (check.problems.isEmpty()) {
            check.names();
            check.files.forEach(check::references);
            check.files.forEach(check::errorHandling);
            check.needed(needed);
        }
        return check.problems;
    }

    private void read(Map<String, byte[]> yaml) {
        DslSchema schema = new DslSchema();
        new TreeMap<>(yaml).forEach((name, content) -> {
            RouteFile file = RouteFile.read(name, content, problems);
            files.add(file);
            schema.check(file, problems);
        });
    }

    private void names() {
        for (RouteFile file : files) {
            file.entries("routeConfiguration")
                    .forEach(configuration ->
                            configurations.add(String.valueOf(RouteFile.text(RouteFile.value(configuration, "id")))));
            for (Node list : file.entries("beans")) {
                if (list instanceof SequenceNode entries) {
                    entries.getValue()
                            .forEach(bean ->
                                    ownBeans.add(String.valueOf(RouteFile.text(RouteFile.value(bean, "name")))));
                }
            }
            for (Node route : file.entries("route")) {
                once(file, RouteFile.value(route, "id"), ids, "route id");
                Node uri = RouteFile.value(RouteFile.value(route, "from"), "uri");
                if (String.valueOf(RouteFile.text(uri)).startsWith(DIRECT)) {
                    once(file, uri, begins, "beginning");
                }
            }
            for (Node rest : file.entries("rest")) {
                each(rest, (key, value) -> {
                    if (value instanceof SequenceNode operations) {
                        operations
                                .getValue()
                                .forEach(
                                        operation -> once(file, RouteFile.value(operation, "id"), ids, "operation id"));
                    }
                });
            }
        }
    }

    private void once(RouteFile file, @Nullable Node node, Map<String, String> seen, String what) {
        String text = RouteFile.text(node);
        if (node == null || text == null) {
            return;
        }
        String before = seen.putIfAbsent(text, file.name() + ":" + RouteFile.line(node));
        if (before != null) {
            wrong(file, node, "the " + what + " '" + text + "' is there already, at " + before);
        }
    }

    private static void each(Node node, BiConsumer<String, Node> entry) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                entry.accept(String.valueOf(RouteFile.text(tuple.getKeyNode())), tuple.getValueNode());
            }
        }
    }

    private void references(RouteFile file) {
        if (file.root() != null) {
            references(file, file.root());
        }
    }

    private void references(RouteFile file, Node node) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(entry -> references(file, entry));
            return;
        }
        String text = RouteFile.text(node);
        if (text != null && text.startsWith(DIRECT) && !text.contains("$")) {
            direct(file, node, text);
        }
        each(node, (key, value) -> {
            if ((key.equals("bean") || key.equals("method")) && value instanceof MappingNode) {
                bean(file, value);
            }
            references(file, value);
        });
    }

    private void direct(RouteFile file, Node node, String uri) {
        String name = uri.split("\\?", 2)[0];
        if (!begins.containsKey(name)) {
            wrong(file, node, "'" + name + "' is where no route begins" + nearest(name, begins.keySet()));
        }
    }

    private void bean(RouteFile file, Node bean) {
        Node ref = RouteFile.value(bean, "ref");
        Node type = RouteFile.value(bean, "beanType");
        Class<?> found = null;
        if (ref != null) {
            String name = String.valueOf(RouteFile.text(ref));
            found = beans.get(name);
            if (found == null && !ownBeans.contains(name)) {
                wrong(file, ref, "ref '" + name + "' is no bean" + nearest(name, beans.keySet()));
            }
        } else if (type != null) {
            found = type(file, type);
        }
        Node method = RouteFile.value(bean, "method");
        if (found != null && method != null) {
            method(file, method, found, ref == null ? found.getSimpleName() : String.valueOf(RouteFile.text(ref)));
        }
    }

    private @Nullable Class<?> type(RouteFile file, Node type) {
        String name = String.valueOf(RouteFile.text(type));
        try {
            return Class.forName(name, false, classes);
        } catch (ClassNotFoundException | LinkageError e) {
            wrong(file, type, "beanType '" + name + "' is no class of the program nor of a jar in plugins");
            return null;
        }
    }

    private void method(RouteFile file, Node node, Class<?> type, String bean) {
        String name = String.valueOf(RouteFile.text(node));
        Set<String> known = new TreeSet<>();
        Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .forEach(method -> known.add(method.getName()));
        if (!known.contains(name)) {
            wrong(file, node, "method '" + name + "' is no method of " + bean + nearest(name, known));
        }
    }

    private static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    /**
     * An error must reach the door it came through: a door has its own handling, a route behind the doors has none. Where a file
     * has REST operations, the handling without an id is theirs.
     */
    private void errorHandling(RouteFile file) {
        List<Node> rest = file.entries("rest");
        if (!rest.isEmpty() && !configurations.contains("null")) {
            wrong(file, rest.get(0), "rest needs a routeConfiguration without an id, as 10-api.camel.yaml has it");
        }
        for (Node route : file.entries("route")) {
            Node uri = RouteFile.value(RouteFile.value(route, "from"), "uri");
            Node configuration = RouteFile.value(route, "routeConfigurationId");
            boolean isDirect = String.valueOf(RouteFile.text(uri)).startsWith(DIRECT);
            boolean handsOn = RouteFile.value(RouteFile.value(route, "errorHandler"), "noErrorHandler") != null;
            if (configuration != null) {
                configured(file, configuration);
            } else if (!isDirect) {
                wrong(
                        file,
                        route,
                        "a route that begins at '" + RouteFile.text(uri)
                                + "' is a door and needs a routeConfigurationId, which says what happens to an error");
            } else if (!file.isDoor() && !handsOn) {
                wrong(
                        file,
                        route,
                        "a route behind the doors needs errorHandler: noErrorHandler: {}, so that its caller learns of an"
                                + " error; doors are numbered below 40");
            }
        }
    }

    private void configured(RouteFile file, Node configuration) {
        String id = String.valueOf(RouteFile.text(configuration));
        if (!configurations.contains(id)) {
            wrong(
                    file,
                    configuration,
                    "routeConfigurationId '" + id + "' is the id of none" + nearest(id, configurations));
        }
    }

    private void needed(Map<String, String> needed) {
        new TreeMap<>(needed).forEach((name, in) -> {
            boolean there = name.startsWith(DIRECT) ? begins.containsKey(name) : ids.containsKey(name);
            if (!there) {
                problems.add(new InputProblem(
                        in,
                        null,
                        null,
                        "the program needs " + (name.startsWith(DIRECT) ? "a route that begins at " : "the route ")
                                + name + ", and none does" + nearest(name, begins.keySet())));
            }
        });
    }

    private void wrong(RouteFile file, Node node, String message) {
        problems.add(new InputProblem(file.name(), RouteFile.line(node), null, message));
    }
}
