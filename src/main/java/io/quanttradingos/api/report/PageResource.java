package io.quanttradingos.api.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text of the class path that a page is made from. */
final class PageResource {
    private PageResource() {}

    /** One of our own, such as {@code report.js}. */
    static String ours(String name) {
        return text("tear-sheet/" + name);
    }

    /** In UTF-8, lines ended as browsers count them for a digest: by {@code \n}. */
    static String text(String path) {
        try (InputStream in = PageResource.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
