/**
 * Pages for people: a backtest as one HTML file that opens without a network, and the files of the dashboard.
 *
 * <p>Decides what the file consists of and what it may do in a browser; what it shows is drawn by the scripts in
 * {@code tear-sheet/} from the answer's JSON. Entries: {@link io.quanttradingos.api.report.TearSheet},
 * {@link io.quanttradingos.api.report.DashboardFiles}. Must not know the
 * records behind the answer, a connection or a file system: an answer recorded long ago is drawn the same way.
 */
@NullMarked
package io.quanttradingos.api.report;

import org.jspecify.annotations.NullMarked;
