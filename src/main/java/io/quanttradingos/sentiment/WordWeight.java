package io.quanttradingos.sentiment;

/**
 * A listed word or phrase as it was met in a headline.
 *
 * @param text the words of the list, lower case
 * @param weight what it counted there, negation and strength included
 */
public record WordWeight(String text, double weight) {}
