package io.quanttradingos.briefing;

import io.quanttradingos.insider.InsiderPolicy;
import io.quanttradingos.journal.JournalPolicy;
import io.quanttradingos.sentiment.SentimentPolicy;

/** What the agents that need other services assume. */
public record BriefingPolicies(SentimentPolicy sentiment, InsiderPolicy insider, JournalPolicy journal) {
    public static BriefingPolicies defaults() {
        return new BriefingPolicies(SentimentPolicy.defaults(), InsiderPolicy.defaults(), JournalPolicy.defaults());
    }
}
