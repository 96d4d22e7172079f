package io.quanttradingos.api.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file but for its data: the template with its styles and scripts inside, and what it is allowed to do.
 *
 * @param beforeData up to the data
 * @param afterData from the data's end on
 * @param scripts the scripts' digests, as a policy names them
 * @param styles the style sheets' digests, likewise
 * @param policy the content security policy: no network, and no script or style but these, by digest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Page(byte[] beforeData, byte[] afterData, String scripts, String styles, String policy) {
    private static final List<String> STYLES = List.of("style.css");
    private static final List<String> SCRIPTS =
            List.of("elements.js", "charts.js", "results.js", "evidence.js", "report.js");

    /** From the class path. */
    static Page read() {
        List<String> styles = new ArrayList<>(List.of(ChartLibrary.style()));
        STYLES.forEach(name -> styles.add(PageResource.ours(name)));
        List<String> scripts = new ArrayList<>(List.of(ChartLibrary.script()));
        SCRIPTS.forEach(name -> scripts.add(PageResource.ours(name)));

        String scriptDigests = digests(scripts);
        String styleDigests = digests(styles);
        String policy = policy(styleDigests, scriptDigests);
        String[] around = PageResource.ours("template.html")
                .replace("{{policy}}", policy)
                .replace("{{styles}}", elements("style", styles))
                .replace("{{scripts}}", elements("script", scripts))
                .split("\\{\\{data}}", -1);
        if (around.length != 2) {
            throw new IllegalStateException("template.html must name {{data}} once, did " + (around.length - 1));
        }
        return new Page(
                around[0].getBytes(StandardCharsets.UTF_8),
                around[1].getBytes(StandardCharsets.UTF_8),
                scriptDigests,
                styleDigests,
                policy);
    }

    int length() {
        return beforeData.length + afterData.length;
    }

    private static String policy(String styles, String scripts) {
        return "default-src 'none'; script-src " + scripts + "; style-src " + styles
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String elements(String tag, List<String> contents) {
        return contents.stream()
                .map(content -> "<" + tag + ">" + content + "</" + tag + ">")
                .collect(Collectors.joining("\n"));
    }

    /** The digests of styles or scripts, as a policy names them. */
    static String digests(List<String> contents) {
        return contents.stream()
                .map(content -> "'sha256-" + Base64.getEncoder().encodeToString(sha256(content)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
