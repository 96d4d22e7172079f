package io.quanttradingos.imports;

/**
 * A row that was read and not taken, with the reason: a sub-total, a footer, an event that moves neither shares nor cash.
 *
 * @param line where it stands
 * @param text its beginning
 * @param why the reason, as a sentence's end
 */
public record LeftOut(int line, String text, String why) {}
