package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A decision as one HTML file that needs nothing else: no network, no script, and paper will do.
 *
 * <p>All of it is written here, the pictures too, so that a printed page and one opened where scripts are forbidden show the
 * same. Equal answers give equal bytes.
 */
public final class DecisionReport {
    private static final List<String> STYLES =
            List.of(PageResource.ours("style.css"), PageResource.text("decision-report/style.css"));
    private static final String POLICY = "default-src 'none'; style-src " + Page.digests(STYLES)
            + "; img-src data:; base-uri 'none'; form-action 'none'";

    private final Markup page = new Markup();
    private final JsonNode answer;
    private final Origin origin;
    private final RegimeHistory history;

    private DecisionReport(JsonNode answer, Origin origin, RegimeHistory history) {
        this.answer = answer;
        this.origin = origin;
        this.history = history;
    }

    /**
     * Where a run came from.
     *
     * @param door such as {@code rest}
     * @param recordedAt when it was durable
     */
    public record Origin(String door, Instant recordedAt) {}

    /**
     * The file, in UTF-8.
     *
     * @param answer of {@code /decision}; what it lacks is shown as unknown
     */
    public static byte[] html(JsonNode answer, Origin origin, RegimeHistory history) {
        return new DecisionReport(answer, origin, history).written();
    }

    /** The value of the header {@code Content-Security-Policy} to send the file with; the file itself bears the like. */
    public static String contentSecurityPolicy() {
        return POLICY + "; frame-ancestors 'none'";
    }

    private byte[] written() {
        List<Section> sections = sections();
        page.raw("<!DOCTYPE html>\n");
        page.open("html", "lang", "en");
        head();
        page.open("body");
        page.element("a", "Skip to the report", "class", "skip", "href", "#report");
        page.open("header", "class", "bar").element("h1", "Decision report").close();
        page.open("div", "class", "layout");
        contents(sections);
        page.open("main", "id", "report", "tabindex", "-1");
        sections.forEach(this::section);
        page.close().close();
        page.element(
                "footer",
                "Made by QuantTradingOS Orchestrator from the record of run "
                        + Words.textOr(answer.path("run_id"), "unknown") + ".",
                "class",
                "foot");
        page.close().close();
        return page.bytes();
    }

    private void head() {
        page.open("head");
        page.shape("meta", "charset", "utf-8");
        page.shape("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.shape("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.shape("meta", "name", "color-scheme", "content", "light dark");
        page.shape("meta", "name", "referrer", "content", "no-referrer");
        page.element(
                "title",
                "Decision of " + Words.textOr(answer.path("asof"), "an unknown day") + ", "
                        + Words.textOr(answer.at("/account/portfolio_id"), "unknown portfolio"));
        page.shape("link", "rel", "icon", "href", "data:,");
        STYLES.forEach(style -> page.raw("<style>" + style + "</style>"));
        page.close();
    }

    private record Section(String id, String title, Runnable content) {}

    private List<Section> sections() {
        JsonNode decision = answer.path("decision");
        List<Section> all = List.of(
                new Section("verdict", "Verdict", () -> Verdict.write(page, answer)),
                new Section("warnings", "Warnings", () -> warnings(page, allWarnings())),
                new Section("size", "Position size", () -> SizeSection.waterfall(page, decision)),
                new Section("blocks", "What blocks new trades", () -> SizeSection.blocks(page, decision)),
                new Section("changes", "What would change it", () -> SizeSection.changes(page, decision)),
                new Section("regime", "Market regime", () -> RegimeSection.write(page, answer.path("regime"))),
                new Section("closes", "Closes and regimes", () -> RegimeSection.history(page, history)),
                new Section(
                        "portfolio",
                        "Portfolio",
                        () -> PortfolioSection.write(page, answer.path("portfolio"), answer.path("account"))),
                new Section(
                        "discipline",
                        "Execution discipline",
                        () -> ConductSection.discipline(page, answer.path("execution_discipline"))),
                new Section(
                        "guardian",
                        "Guardian",
                        () -> ConductSection.guardian(page, answer.path("guardian_guardrails"))),
                new Section(
                        "conventions", "Conventions", () -> ProofSection.conventions(page, answer.path("conventions"))),
                new Section("proof", "Receipt", () -> ProofSection.receipt(page, answer, origin)));
        return all.stream().filter(this::isThere).toList();
    }

    private boolean isThere(Section section) {
        return switch (section.id) {
            case "warnings" -> !allWarnings().isEmpty();
            case "guardian" -> answer.path("guardian_guardrails").isObject();
            default -> true;
        };
    }

    private void contents(List<Section> sections) {
        page.open("nav", "id", "contents", "aria-label", "Contents").open("ol");
        sections.forEach(one ->
                page.open("li").element("a", one.title, "href", "#" + one.id).close());
        page.close().close();
    }

    private void section(Section one) {
        page.open("section", "id", one.id, "aria-labelledby", one.id + "-title");
        page.element("h2", one.title, "id", one.id + "-title");
        one.content.run();
        page.close();
    }

    /** Those of the answer and of its stages, each once. */
    private Set<String> allWarnings() {
        Set<String> all = new LinkedHashSet<>(Words.list(answer.path("warnings")));
        for (String part : List.of("regime", "portfolio", "execution_discipline", "decision")) {
            all.addAll(Words.list(answer.path(part).path("warnings")));
        }
        return all;
    }

    private static void warnings(Markup page, Set<String> warnings) {
        page.open("ul", "class", "warnings");
        warnings.forEach(warning -> page.element("li", warning));
        page.close();
    }
}
