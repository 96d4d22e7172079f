package io.quanttradingos.api.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** uPlot, from its webjar; its licence goes into the file with it, as it asks. */
final class ChartLibrary {
    private static final String ABOUT = "META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final String FOLDER = "META-INF/resources/webjars/uplot/" + version() + "/";

    private ChartLibrary() {}

    static String script() {
        return "/*\n" + PageResource.text(FOLDER + "LICENSE").strip() + "\n*/\n"
                + PageResource.text(FOLDER + "dist/uPlot.iife.min.js");
    }

    static String style() {
        return PageResource.text(FOLDER + "dist/uPlot.min.css");
    }

    private static String version() {
        try {
            Properties about = new Properties();
            about.load(new StringReader(PageResource.text(ABOUT)));
            return about.getProperty("version", "missing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
