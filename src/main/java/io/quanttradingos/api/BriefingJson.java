package io.quanttradingos.api;

import io.quanttradingos.backtest.BacktestReport;
import io.quanttradingos.backtest.Judged;
import io.quanttradingos.backtest.performance.Verdict;
import io.quanttradingos.briefing.GateWish;
import io.quanttradingos.briefing.InsiderBriefing;
import io.quanttradingos.briefing.JournalBriefing;
import io.quanttradingos.briefing.SentimentBriefing;
import io.quanttradingos.briefing.Told;
import io.quanttradingos.feeds.Heard;
import io.quanttradingos.insider.InsiderReport;
import io.quanttradingos.journal.JournalReport;
import io.quanttradingos.language.Explanation;
import io.quanttradingos.sentiment.SentimentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers of the agents that need other services, as JSON without id and receipt. */
final class BriefingJson {
    private static final String BY_MODEL = "language_model";

    private BriefingJson() {}

    static byte[] sentiment(SentimentBriefing.Decided decided) {
        SentimentBriefing.Explained explained = decided.explained();
        SentimentBriefing.Gathered gathered = explained.assessed().gathered();
        SentimentReport report = explained.assessed().report();
        Told told = explained.told();
        return Json.bytes(new SentimentAnswer(
                report.symbol(),
                report.day(),
                explained.score(),
                explained.confidence(),
                text(told, "explanation").orElse(report.explanation()),
                told.explanation() == null ? "lexicon" : BY_MODEL,
                decided.alert(),
                gate(gathered.question().gate(), decided.backtest()),
                new SentimentAnswer.WordListReading(
                        report.score(),
                        report.confidence().value(),
                        report.explanation(),
                        report.mostPositive(),
                        report.mostNegative()),
                report.articles(),
                report.shift(),
                report.headlines(),
                gathered.price().orElse(null),
                LanguageModelUse.of(told),
                List.of(HeardSource.of(gathered.news())),
                warnings(gathered.question().notices(), gathered.warnings(), report.warnings(), gathered.news()),
                report.conventions(),
                null,
                null));
    }

    private static SentimentAnswer.@Nullable AlertGate gate(@Nullable GateWish gate, Optional<Judged> backtest) {
        if (gate == null) {
            return null;
        }
        String symbol = gate.question().symbol().text();
        if (backtest.isEmpty()) {
            return new SentimentAnswer.AlertGate(
                    null,
                    null,
                    "no source has bars of " + symbol,
                    gate.question().strategy(),
                    symbol,
                    null);
        }
        BacktestReport report = backtest.get().report();
        Verdict verdict = report.verdict().verdict();
        return new SentimentAnswer.AlertGate(
                verdict == Verdict.PASS,
                verdict.name().toLowerCase(Locale.ROOT),
                report.verdict().reason(),
                report.strategyType(),
                report.symbol(),
                new SentimentAnswer.AlertGateMetrics(
                        report.metrics().sharpeRatio(),
                        report.metrics().maxDrawdownPct(),
                        report.metrics().totalReturnPct(),
                        report.numTrades()));
    }

    static byte[] insider(InsiderBriefing.Explained explained) {
        InsiderBriefing.Gathered gathered = explained.assessed().gathered();
        InsiderReport report = explained.assessed().report();
        return Json.bytes(new InsiderAnswer(
                report.symbol(),
                report.day(),
                report.windowFrom(),
                text(explained.told(), "report").orElse(report.report()),
                explained.told().explanation() == null ? "rules" : BY_MODEL,
                report.market(),
                report.netShareChange(),
                report.byCode(),
                report.clusterBuys(),
                report.signal(),
                report.findings(),
                report.lines(),
                gathered.price().orElse(null),
                LanguageModelUse.of(explained.told()),
                List.of(HeardSource.of(gathered.transactions())),
                warnings(
                        gathered.question().notices(), gathered.warnings(), report.warnings(), gathered.transactions()),
                report.conventions(),
                null,
                null));
    }

    static byte[] journal(JournalBriefing.Explained explained) {
        JournalReport report = explained.assessed().report();
        List<String> warnings = new ArrayList<>(explained.question().notices());
        warnings.addAll(report.warnings());
        return Json.bytes(new JournalAnswer(
                report.metrics(),
                report.findings(),
                text(explained.told(), "coaching_report").orElse(null),
                LanguageModelUse.of(explained.told()),
                warnings,
                report.conventions(),
                null,
                null));
    }

    private static Optional<String> text(Told told, String field) {
        Explanation explanation = told.explanation();
        return explanation == null
                ? Optional.empty()
                : Optional.ofNullable(explanation.texts().get(field));
    }

    private static List<String> warnings(
            List<String> notices, List<String> gathered, List<String> report, Heard<?> heard) {
        List<String> warnings = new ArrayList<>(notices);
        warnings.addAll(gathered);
        warnings.addAll(report);
        if (heard.skipped() > 0) {
            warnings.add(heard.skipped() + " of what " + heard.source() + " sent could not be read and was left out.");
        }
        return warnings;
    }
}
