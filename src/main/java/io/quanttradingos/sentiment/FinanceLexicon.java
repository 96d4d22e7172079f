package io.quanttradingos.sentiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word list that scores headlines: {@code FinanceLexicon.standard().score("Profit beats estimates")}.
 *
 * <p>A headline's score is {@code tanh(q·Σ w·s·n)} over the listed words and phrases in it, the longest phrase first. w is the
 * weight of the list, s the product of the strength words up to two words before it or right behind it ("falls sharply"), n
 * is −0.5 for each negation within the three words before it ("fails to beat": half the opposite, since a denial says less
 * than a claim), and q is 0.5 where the headline holds a question mark. Strengths and negations reach no further than their
 * clause; neutral phrases hide the words in them. Only words count: what a headline asks of its reader has no effect. A headline without a listed word has the score 0
 * and no words.
 *
 * <p>The list is a text of sections, {@code #} beginning a comment:
 *
 * <pre>
 * [words]
 * guidance cut -0.8
 * [negations]
 * fails to
 * [strength]
 * sharply 1.5
 * [neutral]
 * capital gains
 * [breaks]
 * but
 * </pre>
 */
public final class FinanceLexicon {
    private static final String RESOURCE = "/sentiment/finance-words.txt";
    private static final int LONGEST_PHRASE = 3;
    private static final int REACH_OF_A_NEGATION = 3;
    private static final int REACH_OF_A_STRENGTH = 2;
    private static final double NEGATED = -0.5;
    private static final double ASKED = 0.5;

    private enum Section {
        WORDS,
        NEGATIONS,
        STRENGTH,
        NEUTRAL,
        BREAKS
    }

    private record Entry(String phrase, Section section, double weight) {}

    /** An entry met in a headline, from one word up to, but without, another. */
    private record Match(Entry entry, int start, int end, int clause) {}

    private static final FinanceLexicon STANDARD = of(resource());

    private final Map<String, Entry> entries;

    private FinanceLexicon(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** The list that comes with the product. */
    public static FinanceLexicon standard() {
        return STANDARD;
    }

    private static String resource() {
        try (InputStream in = FinanceLexicon.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of one's own; refused with the line where it makes no sense. */
    static FinanceLexicon of(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Section section = null;
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                section = Section.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                continue;
            }
            Entry entry = entry(line, number, section);
            if (entries.put(entry.phrase(), entry) != null) {
                throw new IllegalArgumentException("line " + number + ": '" + entry.phrase() + "' is listed twice");
            }
        }
        return new FinanceLexicon(entries);
    }

    private static Entry entry(String line, int number, @Nullable Section section) {
        boolean isWeighted = section == Section.WORDS || section == Section.STRENGTH;
        int blank = isWeighted ? line.lastIndexOf(' ') : line.length();
        String phrase = line.substring(0, Math.max(0, blank));
        Words words = Words.of(phrase);
        double weight = isWeighted && blank >= 0 ? Double.parseDouble(line.substring(blank + 1)) : 0;
        boolean isSensible = section != null
                && String.join(" ", words.texts()).equals(phrase)
                && !phrase.isEmpty()
                && words.texts().size() <= LONGEST_PHRASE
                && (section != Section.WORDS || (Math.abs(weight) <= 1 && weight != 0))
                && (section != Section.STRENGTH || (weight > 0 && weight <= 2));
        if (!isSensible || section == null) {
            throw new IllegalArgumentException(
                    "line " + number + ": must be up to three lower-case words of a section, was '" + line + "'");
        }
        return new Entry(phrase, section, weight);
    }

    /** The listed words and phrases with their weights, in the order of the list. */
    Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Entry entry : entries.values()) {
            if (entry.section() == Section.WORDS) {
                weights.put(entry.phrase(), entry.weight());
            }
        }
        return Collections.unmodifiableMap(weights);
    }

    /** What the list says of a headline. */
    public HeadlineScore score(String headline) {
        List<Match> matches = matches(Words.of(headline));
        double question = headline.indexOf('?') >= 0 || headline.indexOf('？') >= 0 ? ASKED : 1;
        List<WordWeight> words = new ArrayList<>();
        double sum = 0;
        for (Match match : matches) {
            if (match.entry().section() == Section.WORDS) {
                double weight = match.entry().weight() * factor(match, matches) * question;
                words.add(new WordWeight(match.entry().phrase(), weight));
                sum += weight;
            }
        }
        return new HeadlineScore(StrictMath.tanh(sum), words);
    }

    /** The entries met, the longest at each word, one after the other. */
    private List<Match> matches(Words words) {
        List<Match> matches = new ArrayList<>();
        int breaks = 0;
        for (int i = 0; i < words.texts().size(); ) {
            Match match = longest(words, i, breaks);
            if (match == null) {
                i++;
                continue;
            }
            breaks += match.entry().section() == Section.BREAKS ? 1 : 0;
            matches.add(match);
            i = match.end();
        }
        return matches;
    }

    private @Nullable Match longest(Words words, int start, int breaks) {
        int clause = words.clauses().get(start);
        int most = Math.min(start + LONGEST_PHRASE, words.texts().size());
        for (int end = most; end > start; end--) {
            Entry entry = entries.get(String.join(" ", words.texts().subList(start, end)));
            if (entry != null && words.clauses().get(end - 1) == clause) {
                return new Match(entry, start, end, clause + breaks);
            }
        }
        return null;
    }

    private static double factor(Match word, List<Match> matches) {
        double factor = 1;
        for (Match other : matches) {
            if (other.clause() != word.clause()) {
                continue;
            }
            int before = word.start() - other.end();
            boolean behind = other.start() == word.end();
            switch (other.entry().section()) {
                case NEGATIONS -> factor *= before >= 0 && before < REACH_OF_A_NEGATION ? NEGATED : 1;
                case STRENGTH ->
                    factor *= behind || (before >= 0 && before < REACH_OF_A_STRENGTH)
                            ? other.entry().weight()
                            : 1;
                default -> {}
            }
        }
        return factor;
    }
}
