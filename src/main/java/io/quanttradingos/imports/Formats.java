package io.quanttradingos.imports;

import io.quanttradingos.policy.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The formats that are declared: those that come with the product, and a user's own. */
public final class Formats {
    private static final String FOLDER = "/imports/";
    private static final Formats BUILT_IN = new Formats(resources());

    private final Map<String, Declared> declared;

    private Formats(Map<String, Declared> declared) {
        this.declared = declared;
    }

    /** A format as a list for people has it. */
    public record Listed(String name, String title, ImportKind kind) {}

    /** Those that come with the product. */
    public static Formats builtIn() {
        return BUILT_IN;
    }

    /**
     * These and one more, which takes the place of one of the same name.
     *
     * @param name such as {@code my-broker}, the file's name without its ending
     * @param yaml the declaration
     * @throws io.quanttradingos.failure.Refusal where it is none, with file, line and key
     */
    public Formats with(String name, byte[] yaml) {
        Map<String, Declared> more = new TreeMap<>(declared);
        more.put(name, declared(name, yaml));
        return new Formats(more);
    }

    private static Declared declared(String name, byte[] yaml) {
        Declaration declaration = PolicyFile.read(name + ".yaml", yaml, Declaration.defaults());
        if (declaration.kind().isEmpty()) {
            throw Decoded.refused(name + ".yaml", null, "must say its kind");
        }
        try {
            return new Declared(name, declaration);
        } catch (IllegalArgumentException e) {
            throw Decoded.refused(name + ".yaml", null, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Declared> resources() {
        Map<String, Declared> formats = new TreeMap<>();
        for (String name : new String(resource("formats.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            formats.put(name, declared(name, resource(name + ".yaml")));
        }
        return formats;
    }

    private static byte[] resource(String file) {
        try (InputStream in = Formats.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, by name. */
    public List<Listed> list() {
        List<Listed> list = new ArrayList<>();
        declared.forEach((name, format) -> list.add(new Listed(name, format.title(), format.kind)));
        return list;
    }

    Iterable<Declared> all() {
        return declared.values();
    }

    Optional<Declared> named(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    List<String> names() {
        return List.copyOf(declared.keySet());
    }
}
