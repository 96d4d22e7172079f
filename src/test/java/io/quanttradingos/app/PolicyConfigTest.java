package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.allocation.AllocationPolicy;
import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.briefing.BriefingPolicies;
import io.quanttradingos.discipline.DisciplinePolicy;
import io.quanttradingos.guardian.GuardianPolicy;
import io.quanttradingos.insider.InsiderPolicy;
import io.quanttradingos.journal.JournalPolicy;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.portfolio.PortfolioPolicy;
import io.quanttradingos.regime.RegimePolicy;
import io.quanttradingos.sentiment.SentimentPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code data/config} to the defaults; {@code -Dgolden.update=true} writes the files anew. */
class PolicyConfigTest {
    private static final Path FOLDER = Path.of("data", "config");
    private static final int WIDTH = 110;

    private record Config(String agent, String decides, Record defaults, Map<String, String> comments) {
        Path file() {
            return FOLDER.resolve(agent + ".yaml");
        }

        String text() {
            Map<String, String> wrapped = new HashMap<>();
            comments.forEach((path, comment) -> wrapped.put(path, wrapped(comment, WIDTH - 2 * depth(path))));
            String header = "# The " + agent + (agent.equals("backtest") ? "s: " : " agent: ") + decides + "\n"
                    + "# These are the defaults; a key that is left out keeps its default. Read once, when a command"
                    + " or the service starts.\n";
            return header + PolicyFile.render(defaults, wrapped);
        }

        @Override
        public String toString() {
            return agent;
        }
    }

    static Stream<Config> configs() {
        return Stream.of(
                new Config(
                        "regime",
                        "which of sixteen regimes the market is in.",
                        RegimePolicy.defaults(),
                        ConfigComments.REGIME),
                new Config(
                        "portfolio",
                        "what the holdings are worth and where their risk comes from.",
                        PortfolioPolicy.defaults(),
                        ConfigComments.PORTFOLIO),
                new Config(
                        "discipline",
                        "how far trades kept to their plan.",
                        DisciplinePolicy.defaults(),
                        ConfigComments.DISCIPLINE),
                new Config(
                        "allocation",
                        "how much of full size may be risked now, the product of the factors below.",
                        AllocationPolicy.defaults(),
                        ConfigComments.ALLOCATION),
                new Config(
                        "guardian",
                        "whether one more trade may be opened, and how large.",
                        GuardianPolicy.defaults(),
                        ConfigComments.GUARDIAN),
                new Config(
                        "backtest",
                        "what a run costs where a request does not say, and what it takes to pass.",
                        BacktestPolicy.defaults(),
                        ConfigComments.BACKTEST),
                new Config(
                        "journal",
                        "what closed trades say of the trading.",
                        JournalPolicy.defaults(),
                        ConfigComments.JOURNAL),
                new Config(
                        "sentiment",
                        "what the news say of a company, and when that is worth an alert.",
                        SentimentPolicy.defaults(),
                        ConfigComments.SENTIMENT),
                new Config(
                        "insider",
                        "what a company's insiders did with its shares.",
                        InsiderPolicy.defaults(),
                        ConfigComments.INSIDER));
    }

    @BeforeAll
    static void writeAnewWhereAskedTo() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            for (Config config : configs().toList()) {
                Files.writeString(config.file(), config.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void a_committed_file_is_the_defaults_with_their_comments(Config config) throws IOException {
        assertThat(Files.readString(config.file(), StandardCharsets.UTF_8)).isEqualTo(config.text());
    }

    @ParameterizedTest
    @MethodSource("configs")
    void a_committed_file_says_every_key_and_a_comment_above_each(Config config) throws IOException {
        List<String> commented = new ArrayList<>();
        List<String> bare = new ArrayList<>();
        boolean commentAbove = false;
        for (Key line : keys(Files.readAllLines(config.file(), StandardCharsets.UTF_8))) {
            if (line.path().isEmpty()) {
                commentAbove = true;
                continue;
            }
            (commentAbove ? commented : bare).add(line.path());
            commentAbove = false;
        }
        List<String> settings = PolicyFile.canonical(config.defaults())
                .lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(bare).as("keys without a comment").isEmpty();
        assertThat(commented).containsAll(settings);
        assertThat(new TreeSet<>(commented))
                .as("comments for keys there are")
                .isEqualTo(new TreeSet<>(config.comments().keySet()));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void a_committed_file_reads_back_to_the_defaults(Config config) throws IOException {
        byte[] yaml = Files.readAllBytes(config.file());

        assertThat(PolicyFile.read(config.agent() + ".yaml", yaml, config.defaults()))
                .isEqualTo(config.defaults());
    }

    @Test
    void the_committed_folder_changes_no_digest_of_the_policies() throws IOException {
        assertThat(PolicyFolder.read(FOLDER)).isEqualTo(Policies.defaults());
        assertThat(PolicyFolder.briefings(FOLDER)).isEqualTo(BriefingPolicies.defaults());
    }

    /** A key's line by its path; a comment's has an empty one. */
    private record Key(String path) {}

    private static List<Key> keys(List<String> lines) {
        List<Key> keys = new ArrayList<>();
        Deque<String> parents = new ArrayDeque<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("#")) {
                keys.add(new Key(""));
                continue;
            }
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (parents.size() > depth) {
                parents.removeLast();
            }
            parents.addLast(text.substring(0, text.indexOf(':')));
            keys.add(new Key(String.join(".", parents)));
        }
        return keys;
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '.').count();
    }

    private static String wrapped(String comment, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : comment.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
