package io.quanttradingos.workspace;

/** The settings of a new workspace: every one with its meaning, all commented out. */
final class SettingsTemplate {
    private static final String HEADER = """
            # The settings of this workspace. The program reads this file itself when it runs here, or with --home and this
            # folder. Remove the # before a line to set it; a line that is commented out shows the default. The environment
            # wins over this file, options of a command win over both. Folders may be given relative to this one.

            """;

    private SettingsTemplate() {}

    /** @param example the file {@code env.example}, whose own header ends with its first empty line */
    static String of(String example) {
        StringBuilder text = new StringBuilder(HEADER);
        example.lines().dropWhile(line -> !line.isEmpty()).skip(1).forEach(line -> {
            text.append(line.isEmpty() || line.startsWith("#") ? "" : "#")
                    .append(line)
                    .append('\n');
        });
        return text.toString();
    }
}
