/**
 * Reads what brokers and data vendors export, unedited: told by its content, in whatever encoding, delimiter, language,
 * decimal style and date order it comes.
 *
 * <p>Entry: {@link io.quanttradingos.imports.Imports}; {@link io.quanttradingos.imports.Sheets} makes the tables it takes. A
 * format is a small declaration under {@code imports/} ({@link io.quanttradingos.imports.Formats}) read over one reader; a
 * reading that is not sure asks instead of guessing. Knows no door, no clock, no file, and not what is decided with what it
 * read.
 */
@NullMarked
package io.quanttradingos.imports;

import org.jspecify.annotations.NullMarked;
