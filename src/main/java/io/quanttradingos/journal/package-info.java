/**
 * Decides what a trader's closed trades say of the trading: how much it earns and how surely, where the money is made
 * and lost, and which habits cost.
 *
 * <p>Entry: {@link io.quanttradingos.journal.JournalAgent#review}, given what {@link
 * io.quanttradingos.journal.Journal#read} makes of a table. Must not know any other agent, a service, a file, a clock or
 * a request; chance comes in as a seed.
 */
@NullMarked
package io.quanttradingos.journal;

import org.jspecify.annotations.NullMarked;
