package io.quanttradingos.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was claimed in the inbox and not finished, and by which service. */
final class InboxCheckup {
    private static final String CHECK = "claimed";
    /** The last eight letters of a claim are the mark of the service that made it. */
    private static final Pattern CLAIMED = Pattern.compile("(?s)[0-9A-Z]{18}([0-9A-Z]{8})-.+");

    private InboxCheckup() {}

    static Finding finding(Path inbox) throws IOException {
        Map<String, Integer> claimed = claimed(inbox.resolve(".work"));
        if (claimed.isEmpty()) {
            return Finding.ok(CHECK, "No file was left in work.");
        }
        List<String> sentences = new ArrayList<>();
        for (Map.Entry<String, Integer> of : claimed.entrySet()) {
            Path state = inbox.resolve(".services").resolve(of.getKey()).resolve("state-folder");
            String owner = Files.isRegularFile(state)
                    ? "the service whose state folder is " + Files.readString(state, StandardCharsets.UTF_8)
                    : "a service that is not known here any more";
            sentences.add(
                    of.getValue() + (of.getValue() == 1 ? " file is" : " files are") + " in work or left by " + owner);
        }
        return Finding.warn(
                CHECK,
                String.join("; ", sentences) + ": where that service does not run, start it and it takes them up.");
    }

    private static Map<String, Integer> claimed(Path work) throws IOException {
        Map<String, Integer> claimed = new TreeMap<>();
        if (!Files.isDirectory(work)) {
            return claimed;
        }
        try (Stream<Path> files = Files.list(work)) {
            for (Path file : files.toList()) {
                Matcher name = CLAIMED.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    claimed.merge(name.group(1), 1, Integer::sum);
                }
            }
        }
        return claimed;
    }
}
