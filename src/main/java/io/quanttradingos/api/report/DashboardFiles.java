package io.quanttradingos.api.report;

import io.quanttradingos.failure.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard's files, from the class path: a page, its style sheets and scripts, as they are served.
 *
 * <p>Colours, tables and charts are those of the tear sheet, from the same files.
 */
public final class DashboardFiles {
    private static final List<String> OWN = List.of(
            "index.html",
            "dashboard.css",
            "theme.js",
            "main.js",
            "service.js",
            "parts.js",
            "today.js",
            "waterfall.js",
            "market.js",
            "history.js",
            "portfolio.js",
            "runs.js",
            "imports.js",
            "backtest.js",
            "icon.svg");
    private static final List<String> SHARED = List.of("style.css", "elements.js", "charts.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, File> files = new LinkedHashMap<>();

    /**
     * A file to answer with.
     *
     * @param tag changes with the content
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record File(String contentType, byte[] content, String tag) {}

    /** Reads all of them. */
    public DashboardFiles() {
        OWN.forEach(name -> add(name, PageResource.text("dashboard/" + name)));
        SHARED.forEach(name -> add(name, PageResource.ours(name)));
        add("uplot.js", ChartLibrary.script());
        add("uplot.css", ChartLibrary.style());
    }

    private void add(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        files.put(name, new File(String.valueOf(TYPES.get(ending)), content, EntityTag.of(content)));
    }

    /**
     * A file by its name; null stands for the page.
     *
     * @throws Refusal where there is none of that name
     */
    public File file(@Nullable String name) {
        File file = files.get(name == null ? "index.html" : name);
        if (file == null) {
            throw Refusal.notFound("the dashboard has no file of that name");
        }
        return file;
    }

    /**
     * The value of the header {@code Content-Security-Policy} to send the page with: nothing from elsewhere, no script
     * and no style that is written into the page, but for those of a tear sheet, which is shown in a frame of its own.
     */
    public static String contentSecurityPolicy() {
        return "default-src 'none'; script-src 'self' " + TearSheet.scriptDigests() + "; style-src 'self' "
                + TearSheet.styleDigests()
                + "; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'";
    }
}
