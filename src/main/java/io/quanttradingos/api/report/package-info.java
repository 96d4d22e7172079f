/** Answers as pages to read. */
@NullMarked
package io.quanttradingos.api.report;

import org.jspecify.annotations.NullMarked;
