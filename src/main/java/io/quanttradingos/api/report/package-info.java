/**
 * Pages for people: a backtest and a decision, each as one HTML file that opens without a network, and the files of the
 * dashboard.
 *
 * <p>Decides what a file consists of and what it may do in a browser. A tear sheet is drawn by the scripts in
 * {@code tear-sheet/} from the answer's JSON, a decision's report is written here whole and needs none. Entries:
 * {@link io.quanttradingos.api.report.TearSheet}, {@link io.quanttradingos.api.report.DecisionReport},
 * {@link io.quanttradingos.api.report.DashboardFiles}. Must not know the records behind the answer, a connection or a file
 * system: an answer recorded long ago is shown the same way.
 */
@NullMarked
package io.quanttradingos.api.report;

import org.jspecify.annotations.NullMarked;
