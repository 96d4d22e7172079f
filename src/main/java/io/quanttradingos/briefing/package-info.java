/**
 * The agents that need other services: numbers first, words second.
 *
 * <p>Entries: {@link io.quanttradingos.briefing.SentimentBriefing}, {@link io.quanttradingos.briefing.InsiderBriefing} and {@link
 * io.quanttradingos.briefing.JournalBriefing}, each with its steps: gather what is needed, assess it, have it explained. Only
 * the first step and the language model ask anyone; whatever the model answers, no number changes but the score it was asked for.
 *
 * <p>Knows no request's format, no route and no record.
 */
@NullMarked
package io.quanttradingos.briefing;

import org.jspecify.annotations.NullMarked;
