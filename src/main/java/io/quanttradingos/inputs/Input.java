package io.quanttradingos.inputs;

/**
 * A parsed input and where it comes from.
 *
 * @param name what its sender called it
 * @param sha256 the digest of the bytes that were parsed, in hexadecimal
 * @param rows the number of data rows
 * @param value what was read
 */
public record Input<T>(String name, String sha256, int rows, T value) {}
