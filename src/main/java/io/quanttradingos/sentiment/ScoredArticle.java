package io.quanttradingos.sentiment;

/** An article with what the word list says of its headline. */
record ScoredArticle(NewsArticle article, HeadlineScore score) {
    double value() {
        return score.value();
    }

    /** As a report shows it. */
    ScoredHeadline shown(int longest) {
        return new ScoredHeadline(
                article.at(),
                article.source(),
                cut(article.headline(), longest),
                article.url(),
                score.isScored() ? (Double) score.value() : null,
                score.words());
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
