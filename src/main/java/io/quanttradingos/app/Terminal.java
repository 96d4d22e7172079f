package io.quanttradingos.app;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What standard output can show.
 *
 * <p>A file or a pipe gets plain text of a fixed width, so that scripts read the same everywhere. A person at a terminal gets
 * its width, pictures made of signs, and colours where they are wanted.
 *
 * @param rich whether a person looks at it
 * @param colour whether colours are wanted
 * @param width columns of a line
 * @param charset what it is written in
 */
record Terminal(boolean rich, boolean colour, int width, Charset charset) {
    /** A file, a pipe, a test. */
    static final Terminal PLAIN = new Terminal(false, false, Page.WIDTH, StandardCharsets.UTF_8);

    private static final int NARROWEST = 60;
    private static final int WIDEST = 160;

    /** When colours are used. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The one the program runs at; the launcher knows best whether there is one, and how wide it is. */
    static Terminal here() {
        Map<String, String> environment = System.getenv();
        Console console = System.console();
        String said = System.getProperty("qtos.terminal");
        boolean isTerminal = said == null ? isTerminal(console) : said.equals("true");
        Charset charset = isTerminal && console != null ? console.charset() : StandardCharsets.UTF_8;
        return of(environment, isTerminal, System.getProperty("qtos.columns"), charset);
    }

    /** From Java 22 on there is a console even where there is no terminal, and a method that says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /**
     * By what the environment says: {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code CLICOLOR}, {@code TERM}, {@code COLUMNS}.
     *
     * @param columns how wide it was measured to be; null where it was not
     */
    static Terminal of(Map<String, String> environment, boolean isTerminal, @Nullable String columns, Charset charset) {
        boolean forced = isSet(environment, "CLICOLOR_FORCE")
                && !"0".equals(environment.get("CLICOLOR_FORCE"))
                && !isSet(environment, "NO_COLOR");
        boolean wanted = isTerminal
                && !isSet(environment, "NO_COLOR")
                && !"dumb".equals(environment.get("TERM"))
                && !"0".equals(environment.get("CLICOLOR"));
        String said = environment.get("COLUMNS");
        int width = isTerminal ? width(isWidth(said) ? said : columns) : Page.WIDTH;
        return new Terminal(isTerminal || forced, wanted || forced, width, charset);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    private static boolean isWidth(@Nullable String columns) {
        return columns != null && columns.matches("[1-9][0-9]{0,4}");
    }

    private static int width(@Nullable String columns) {
        return columns != null && isWidth(columns)
                ? Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)))
                : Page.WIDTH;
    }

    /** The same as its user wants it: what a command line says goes before what the environment says. */
    Terminal coloured(When when) {
        return switch (when) {
            case AUTO -> this;
            case ALWAYS -> new Terminal(true, true, width, charset);
            case NEVER -> new Terminal(rich, false, width, charset);
        };
    }

    /** Whether it can show a text. */
    boolean shows(String text) {
        return charset.newEncoder().canEncode(text);
    }

    /** The first of two ways to write something, where it can be shown. */
    String sign(String sign, String plain) {
        return shows(sign) ? sign : plain;
    }

    /** A text as it is printed. */
    String printed(String marked) {
        return colour ? Ink.coloured(marked) : Ink.plain(marked);
    }
}
