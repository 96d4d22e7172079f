package io.quanttradingos.imports;

/**
 * How an export was laid out, as far as it was found out.
 *
 * @param delimiter what parts its cells
 * @param headerLine the physical line of its header, 1 the first
 * @param dateFormat such as {@code dd-MM-yyyy}
 * @param decimal {@code point}, {@code comma} or {@code mixed}
 */
public record Layout(String encoding, String delimiter, int headerLine, String dateFormat, String decimal) {}
