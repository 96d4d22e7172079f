/**
 * Turns the bytes of a workbook (.xlsx) into sheets of texts, within bounds of memory.
 *
 * <p>Entry: {@link io.quanttradingos.imports.workbook.Workbook}. Dates become ISO texts by their cells' style, numbers the shortest
 * decimal that is meant, formulas their last value. Knows nothing of what the sheets hold.
 */
@NullMarked
package io.quanttradingos.imports.workbook;

import org.jspecify.annotations.NullMarked;
