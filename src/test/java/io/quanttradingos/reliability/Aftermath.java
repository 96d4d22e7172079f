package io.quanttradingos.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.state.ContentDigest;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is found after an experiment, compared with what was dropped and what was answered.
 *
 * <p>Places are told by content, runs by what is written of them: a result names its run or is its run's answer, so that
 * every file stands beside exactly one result, and every result stands for exactly one run.
 */
final class Aftermath {
    private static final Pattern CLAIMED = Pattern.compile("(?:[0-9A-Z]{26}-)?(.+)");
    private static final String PROBLEMS = ".problems.json";
    private static final String JSON = ".json";
    private static final String HTML = ".html";
    private static final int SHOWN = 5;

    private final Folders folders;
    private final List<Drop> drops;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final List<RunRecord> runs = new ArrayList<>();

    private Aftermath(Folders folders, List<Drop> drops) {
        this.folders = folders;
        this.drops = drops;
    }

    /**
     * Looks.
     *
     * @param states the state folders of all services, which must have ended
     */
    static Aftermath of(Folders folders, List<Path> states, List<Drop> drops, List<HttpRuns.Answered> answered)
            throws IOException {
        Aftermath aftermath = new Aftermath(folders, drops);
        for (Path state : states) {
            aftermath.readRuns(state);
        }
        aftermath.checkPlaces();
        aftermath.checkResults();
        aftermath.checkKeys();
        aftermath.checkHttp(answered);
        aftermath.checkCurrent();
        return aftermath;
    }

    /** What is wrong, one sentence each; empty where nothing was lost and nothing done twice. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What was counted, in the order it was looked at. */
    Map<String, Long> figures() {
        return figures;
    }

    void figure(String name, long value) {
        figures.put(name, value);
    }

    /** A claimed file at the moment its service was killed. */
    record Interrupted(String claim, Instant at) {}

    /** Counts where in their work files were interrupted. */
    void interrupted(List<Interrupted> files) {
        Map<String, Instant> recorded = new HashMap<>();
        for (RunRecord run : runsOf("inbox")) {
            recorded.put(run.facts().idempotencyKey(), run.facts().finishedAt());
        }
        long before = files.stream()
                .filter(file -> recorded.containsKey(file.claim)
                        && recorded.get(file.claim).isBefore(file.at))
                .count();
        figure("files interrupted before their record", files.size() - before);
        figure("files interrupted after their record", before);
    }

    /** As a table with the faults below it. */
    String report() {
        StringBuilder table = new StringBuilder();
        figures.forEach((name, value) -> table.append("%-44s %8d%n".formatted(name, value)));
        table.append("%-44s %8d%n".formatted("faults", faults.size()));
        faults.forEach(fault -> table.append("  ").append(fault).append('\n'));
        return table.toString();
    }

    private void fault(String what, List<?> which) {
        if (!which.isEmpty()) {
            faults.add(which.size() + " " + what + ": " + which.subList(0, Math.min(SHOWN, which.size())));
        }
    }

    private void readRuns(Path state) throws IOException {
        for (Path file : Folders.list(state)) {
            if (String.valueOf(file.getFileName()).contains(".corrupt-")) {
                faults.add("damaged: " + file);
            }
            if (String.valueOf(file.getFileName()).endsWith(".json")) {
                Json.mapper().readTree(file.toFile());
            }
        }
        int before = runs.size();
        try (RunStore store = RunStore.open(state, StateSettings.defaults(), InstantSource.system())) {
            store.warnings().forEach(faults::add);
            if (!store.verifyChain().ok()) {
                faults.add("the chain in " + state + " is broken: " + store.verifyChain());
            }
            List<RunRecord> page = store.page(RunStore.PAGE_LIMIT, Long.MAX_VALUE, null);
            while (!page.isEmpty()) {
                runs.addAll(page);
                page = store.page(RunStore.PAGE_LIMIT, page.get(page.size() - 1).sequence(), null);
            }
        }
        figures.merge("fewest runs in one store", (long) runs.size() - before, Math::min);
    }

    private List<RunRecord> runsOf(String door) {
        return runs.stream().filter(run -> run.facts().door().equals(door)).toList();
    }

    /** Every drop is in .done or .failed, once, and nothing else is. */
    private void checkPlaces() throws IOException {
        Map<String, Drop> byIdentity = new HashMap<>();
        drops.forEach(drop -> byIdentity.put(drop.identity(), drop));
        Map<String, List<String>> places = new TreeMap<>();
        for (String place : List.of(".done", ".failed")) {
            for (Path file : Folders.list(folders.inbox().resolve(place))) {
                if (!name(file).endsWith(PROBLEMS)) {
                    String identity =
                            Files.size(file) == 0 ? name(file) : ContentDigest.sha256(Files.readAllBytes(file));
                    places.computeIfAbsent(identity, nothing -> new ArrayList<>())
                            .add(place + "/" + name(file));
                }
            }
        }
        figure("files dropped", drops.size());
        figure(
                "  of them under a name used before",
                drops.size() - drops.stream().map(Drop::name).distinct().count());
        figure(
                "files in .done or .failed",
                places.values().stream().mapToLong(List::size).sum());
        fault("left in the inbox", Folders.list(folders.inbox()));
        fault("temporary files left behind", folders.leftovers());
        fault("left in .work", Folders.list(folders.inbox().resolve(".work")));
        fault(
                "files lost",
                drops.stream()
                        .filter(drop -> !places.containsKey(drop.identity()))
                        .toList());
        fault(
                "files in two places",
                places.values().stream().filter(found -> found.size() > 1).toList());
        fault(
                "files nobody dropped",
                places.entrySet().stream()
                        .filter(entry -> !byIdentity.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
        List<String> misplaced = new ArrayList<>();
        places.forEach((identity, found) -> {
            Drop drop = byIdentity.get(identity);
            if (drop != null && !found.get(0).startsWith(drop.kind().isRejected() ? ".failed" : ".done")) {
                misplaced.add(found.get(0));
            }
        });
        fault("files in the wrong place", misplaced);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Every file stands beside one whole result, and every result stands for one run. */
    private void checkResults() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Drop drop : drops) {
            expected.add(
                    drop.kind().isRejected() ? drop.name() + PROBLEMS : drop.name() + "." + drop.kind().run + ".json");
        }
        List<String> found = new ArrayList<>();
        Map<String, RunRecord> open = new HashMap<>();
        Map<Answer, ArrayDeque<String>> byAnswer = new HashMap<>();
        for (RunRecord run : runsOf("inbox")) {
            open.put(run.runId(), run);
            byAnswer.computeIfAbsent(
                            new Answer(
                                    run.facts().kind(),
                                    Json.mapper().readTree(run.facts().resultJson())),
                            nothing -> new ArrayDeque<>())
                    .add(run.runId());
        }
        List<Path> outbox = Folders.list(folders.data().resolve("outbox"));
        checkPages(outbox);
        List<Path> results = new ArrayList<>(
                outbox.stream().filter(file -> name(file).endsWith(JSON)).toList());
        Folders.list(folders.inbox().resolve(".failed")).stream()
                .filter(file -> name(file).endsWith(PROBLEMS))
                .forEach(results::add);
        List<String> withoutRun = new ArrayList<>();
        for (Path result : results) {
            Matcher plain = CLAIMED.matcher(name(result));
            found.add(plain.matches() ? plain.group(1) : name(result));
            if (!closes(result, open, byAnswer)) {
                withoutRun.add(name(result));
            }
        }
        figure("results and problem files", results.size());
        fault("results missing", less(expected, found));
        fault("results too many", less(found, expected));
        fault("results that stand for no run, or for one that another stands for", withoutRun);
        fault(
                "runs without a result",
                open.values().stream()
                        .map(run -> run.facts().kind() + " " + run.runId())
                        .toList());
    }

    /** A decision and a backtest have a whole page of the same run beside them, and no page stands alone. */
    private void checkPages(List<Path> outbox) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Path file : outbox) {
            if (!name(file).endsWith(JSON)) {
                found.add(name(file));
            } else if (name(file).matches(".*\\.(decision|backtest)\\.json")) {
                Path page = file.resolveSibling(name(file).replaceFirst("\\.json$", HTML));
                expected.add(name(page));
                if (Files.exists(page) && !isWhole(page, file)) {
                    broken.add(name(page));
                }
            }
        }
        figure("pages", found.size());
        fault("pages missing", less(expected, found));
        fault("pages too many", less(found, expected));
        fault("pages that are half, or of another run than the result beside them", broken);
    }

    private static boolean isWhole(Path page, Path result) throws IOException {
        String html = Files.readString(page, StandardCharsets.UTF_8).strip();
        String runId = Json.mapper().readTree(result.toFile()).path("run_id").asText();
        return html.startsWith("<!DOCTYPE html>") && html.endsWith("</html>") && html.contains(runId);
    }
    /** What a run answered. */
    private record Answer(String kind, JsonNode json) {}

    /** Takes the one run that a result stands for out of those that no result was found for yet. */
    private static boolean closes(Path result, Map<String, RunRecord> open, Map<Answer, ArrayDeque<String>> byAnswer)
            throws IOException {
        JsonNode json;
        try {
            json = Json.mapper().readTree(Files.readString(result, StandardCharsets.UTF_8));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return false;
        }
        String kind = name(result).endsWith(PROBLEMS)
                ? DropKind.REJECTED
                : name(result).replaceFirst(".*\\.([a-z]+)\\.json$", "$1");
        if (json.has("run_id")) {
            RunRecord run = open.remove(json.path("run_id").asText());
            return run != null && run.facts().kind().equals(kind);
        }
        ArrayDeque<String> same = byAnswer.getOrDefault(new Answer(kind, json), new ArrayDeque<>());
        while (!same.isEmpty()) {
            if (open.remove(same.poll()) != null) {
                return true;
            }
        }
        return false;
    }

    private static List<String> less(List<String> all, List<String> those) {
        List<String> left = new ArrayList<>(all);
        Map<String, Integer> counts = new HashMap<>();
        those.forEach(name -> counts.merge(name, 1, Integer::sum));
        left.removeIf(name -> counts.merge(name, -1, Integer::sum) >= 0);
        return left;
    }

    private void checkKeys() {
        List<RunRecord> dropped = runsOf("inbox");
        figure("runs of dropped files", dropped.size());
        figure("runs of the timer", runsOf("timer").size());
        Set<String> keys = new HashSet<>();
        fault(
                "runs of dropped files without a claim of their own",
                dropped.stream()
                        .map(run -> run.facts().idempotencyKey())
                        .filter(key -> key == null || !keys.add(key))
                        .toList());
        if (dropped.size() != drops.size()) {
            faults.add(drops.size() + " files made " + dropped.size() + " runs");
        }
    }

    /** Whatever was answered is recorded, and nothing was recorded twice. */
    private void checkHttp(List<HttpRuns.Answered> answered) {
        Map<String, String> portfolios = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (RunRecord run : runs) {
            var value = run.facts().portfolioValue();
            if (value != null && value.portfolioId().startsWith("http-")) {
                portfolios.put(run.runId(), value.portfolioId());
                if (!seen.add(value.portfolioId())) {
                    twice.add(value.portfolioId());
                }
            }
        }
        figure("decisions answered over HTTP", answered.size());
        figure("  recorded", portfolios.size());
        fault(
                "decisions answered but not recorded",
                answered.stream()
                        .filter(run -> !run.portfolioId().equals(portfolios.get(run.runId())))
                        .toList());
        fault("decisions recorded twice", twice);
    }

    /** Holdings with whose they are, the plan, and every price that was ever dropped. */
    private void checkCurrent() throws IOException {
        Path current = folders.data().resolve("current");
        checkOne(current.resolve("plan.json"), DropKind.PLAN);
        checkOne(current.resolve("holdings.csv"), DropKind.HOLDINGS);
        Set<String> days = new HashSet<>();
        for (String row : Files.readAllLines(current.resolve("prices.csv"))) {
            days.add(row.split(",", 2)[0]);
        }
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < drops.size(); i++) {
            if (drops.get(i).kind() == DropKind.PRICES
                    && !days.contains(Drops.day(i).toString())) {
                lost.add(drops.get(i).name());
            }
        }
        figure(
                "dropped prices that count",
                drops.stream().filter(drop -> drop.kind() == DropKind.PRICES).count() - lost.size());
        fault("dropped prices that do not count", lost);
    }

    private void checkOne(Path file, DropKind kind) throws IOException {
        String sha256 = ContentDigest.sha256(Files.readAllBytes(file));
        if (drops.stream()
                .noneMatch(drop -> drop.kind() == kind && drop.sha256().equals(sha256))) {
            faults.add(file.getFileName() + " is no file that was dropped");
        }
    }
}
