package io.quanttradingos.policy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Shortened;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Puts the values of a file into a record, and collects what does not fit. */
final class PolicyBinding {
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,10}");

    /** What the values of a map are called in a message. */
    private static final Map<Type, String> MAPPED = Map.of(Double.class, "numbers", String.class, "texts");

    private final String source;
    private final List<InputProblem> problems = new ArrayList<>();

    PolicyBinding(String source) {
        this.source = source;
    }

    List<InputProblem> problems() {
        return problems;
    }

    /**
     * The record with the tree's values, or the defaults as they are where something does not fit.
     *
     * @param prefix the dotted keys above, with a dot behind them; empty at the root
     */
    <P extends Record> P bind(YamlTree tree, String prefix, P defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        int before = problems.size();
        refuseUnknownAndRepeated(tree, prefix, components);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = KeyName.of(components[i].getName());
            Object standard = PolicyText.value(components[i], defaults);
            Node given = tree.value(key);
            values[i] = given == null ? standard : value(given, tree.line(key), prefix + key, components[i], standard);
        }
        return problems.size() > before ? defaults : create(tree, prefix, defaults, components, values);
    }

    private void refuseUnknownAndRepeated(YamlTree tree, String prefix, RecordComponent[] components) {
        List<String> known =
                Arrays.stream(components).map(c -> KeyName.of(c.getName())).toList();
        for (String key : tree.keys()) {
            if (!known.contains(key)) {
                String hint = NearestName.of(key, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("known are " + String.join(", ", known));
                problem(tree.line(key), prefix + key, "is not a known key; " + hint);
            }
        }
        for (String key : tree.repeated()) {
            problem(tree.line(key), prefix + key, "is given twice");
        }
    }

    private <P extends Record> P create(
            YamlTree tree, String prefix, P defaults, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            Constructor<P> constructor = (Constructor<P>) defaults.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                refuse(tree, prefix, Objects.requireNonNullElse(refused.getMessage(), "is out of range"));
                return defaults;
            }
            throw new IllegalStateException("cannot make a " + defaults.getClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + defaults.getClass(), e);
        }
    }

    /** The constructor's message starts with the key; its line is looked up, the rest is the sentence. */
    private void refuse(YamlTree tree, String prefix, String message) {
        int space = message.indexOf(' ');
        String key = space < 0 ? message : message.substring(0, space);
        Integer line = tree.line(key);
        String rest = space < 0 ? "is out of range" : message.substring(space + 1);
        problem(line, prefix + key, rest);
    }

    private Object value(Node given, @Nullable Integer line, String key, RecordComponent component, Object standard) {
        if (standard instanceof Record inner) {
            return record(given, line, key, inner);
        }
        if (standard instanceof List<?>) {
            return texts(given, line, key, standard);
        }
        if (standard instanceof Map<?, ?>) {
            return map(given, line, key, component, standard);
        }
        return scalar(given, line, key, standard);
    }

    private Object record(Node given, @Nullable Integer line, String key, Record standard) {
        if (given instanceof MappingNode mapping) {
            return bind(YamlTree.of(mapping), key + ".", standard);
        }
        return wrong(line, key, "must be keys with values", given, standard);
    }

    private Object scalar(Node given, @Nullable Integer line, String key, Object standard) {
        if (standard instanceof Double) {
            Double number = number(given);
            return number != null ? number : wrong(line, key, "must be a number", given, standard);
        }
        if (standard instanceof Integer) {
            Integer whole = whole(given);
            return whole != null ? whole : wrong(line, key, "must be a whole number", given, standard);
        }
        String text = given instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (standard instanceof Boolean) {
            return text.equals("true") || text.equals("false")
                    ? (Object) text.equals("true")
                    : wrong(line, key, "must be true or false", given, standard);
        }
        if (standard instanceof String) {
            return text.isEmpty() ? wrong(line, key, "must be a text", given, standard) : text;
        }
        throw new IllegalStateException(key + " has a type no policy may have: " + standard.getClass());
    }

    private Object texts(Node given, @Nullable Integer line, String key, Object standard) {
        if (!(given instanceof SequenceNode sequence)) {
            return wrong(line, key, "must be a list such as [A, B]", given, standard);
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
                return wrong(line, key, "must be a list of texts", item, standard);
            }
            texts.add(scalar.getValue());
        }
        return List.copyOf(texts);
    }

    /** Keys of the sender's own, each with a number, a text, a list of texts or a further record. */
    private Object map(Node given, @Nullable Integer line, String key, RecordComponent component, Object standard) {
        Type valued = valueType(component);
        String expected = "must be keys with " + MAPPED.getOrDefault(valued, "keys and values");
        if (!(given instanceof MappingNode mapping)) {
            return wrong(line, key, expected, given, standard);
        }
        YamlTree tree = YamlTree.of(mapping);
        for (String name : tree.repeated()) {
            problem(tree.line(name), key + "." + name, "is given twice");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : tree.keys()) {
            Node value = Objects.requireNonNull(tree.value(name), name);
            values.put(name, mapped(value, tree.line(name), key + "." + name, valued));
        }
        return values;
    }

    private Object mapped(Node given, @Nullable Integer line, String key, Type valued) {
        if (valued == Double.class) {
            Double number = number(given);
            return number != null ? number : wrong(line, key, "must be a number", given, 0.0);
        }
        if (valued == String.class) {
            String text = given instanceof ScalarNode scalar ? scalar.getValue() : "";
            return text.isEmpty() ? wrong(line, key, "must be a text", given, "") : text;
        }
        if (valued instanceof ParameterizedType) {
            return texts(given, line, key, List.of());
        }
        return record(given, line, key, defaults((Class<?>) valued));
    }

    /** The defaults of a record that stands under keys of the sender's own: its method of that name gives them. */
    private static Record defaults(Class<?> type) {
        try {
            Method defaults = type.getDeclaredMethod("defaults");
            defaults.setAccessible(true);
            return (Record) Objects.requireNonNull(defaults.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a static method defaults()", e);
        }
    }

    private static Type valueType(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] == String.class
                && isMapped(type.getActualTypeArguments()[1])) {
            return type.getActualTypeArguments()[1];
        }
        throw new IllegalStateException(
                component.getName() + " must be a map of text to numbers, texts, lists of texts or records");
    }

    private static boolean isMapped(Type type) {
        return type == Double.class
                || type == String.class
                || (type instanceof Class<?> named && named.isRecord())
                || (type instanceof ParameterizedType list
                        && list.getRawType() == List.class
                        && list.getActualTypeArguments()[0] == String.class);
    }

    private static @Nullable Double number(Node given) {
        if (given instanceof ScalarNode scalar
                && scalar.isPlain()
                && NUMBER.matcher(scalar.getValue()).matches()) {
            double number = Double.parseDouble(scalar.getValue());
            return Double.isInfinite(number) ? null : (Double) number;
        }
        return null;
    }

    private static @Nullable Integer whole(Node given) {
        if (given instanceof ScalarNode scalar
                && scalar.isPlain()
                && INTEGER.matcher(scalar.getValue()).matches()) {
            long whole = Long.parseLong(scalar.getValue());
            return whole == (int) whole ? (Integer) (int) whole : null;
        }
        return null;
    }

    private Object wrong(@Nullable Integer line, String key, String expected, Node given, Object standard) {
        problem(line, key, expected + ", was " + shown(given));
        return standard;
    }

    private static String shown(Node given) {
        if (given instanceof ScalarNode scalar) {
            String text = scalar.getValue();
            if (text.isEmpty()) {
                return "empty";
            }
            return "'" + Shortened.to(40, text) + "'";
        }
        return given instanceof SequenceNode ? "a list" : "keys with values";
    }

    private void problem(@Nullable Integer line, String key, String message) {
        problems.add(new InputProblem(source, line, key, message));
    }
}
