package io.quanttradingos.marketdata;

/** How the numbers of a file are written. One style holds for all of it. */
enum NumberStyle {
    /** {@code 1234.50}: a point and nothing else. */
    PLAIN('.', '\0'),
    /** {@code 1,234.50}. */
    POINT('.', ','),
    /** {@code 1.234,50}. */
    COMMA(',', '.');

    /** Parts the decimals. */
    final byte decimal;
    /** Parts thousands; 0 where nothing does. */
    final byte thousands;

    NumberStyle(char decimal, char thousands) {
        this.decimal = (byte) decimal;
        this.thousands = (byte) thousands;
    }
}
