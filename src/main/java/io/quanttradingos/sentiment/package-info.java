/**
 * What the news say of a company, in numbers, and whether that is worth an alert.
 *
 * <p>Entry: {@link io.quanttradingos.sentiment.SentimentAgent}. Headlines are scored by a word list of our own
 * ({@code sentiment/finance-words.txt}); whatever a language model may add, the counts and this score stay. Knows no other
 * agent, no service, no file and no request.
 */
@NullMarked
package io.quanttradingos.sentiment;

import org.jspecify.annotations.NullMarked;
