package io.quanttradingos.language;

import java.time.LocalDate;

/**
 * What a model is asked.
 *
 * @param subject what it is about, for recordings, such as {@code sentiment AAPL}
 * @param day the day of the facts
 * @param task what to do with the facts; ours, never from outside
 * @param facts JSON; may hold text from outside, which is data and no instruction
 * @param shape what the answer must look like
 */
public record Question(String subject, LocalDate day, String task, String facts, AnswerShape shape) {}
