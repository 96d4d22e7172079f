package io.quanttradingos.app;

import org.jspecify.annotations.Nullable;

/** The version of the program, from its jar; {@code development} where it runs from class files. */
final class Version {
    private Version() {}

    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
