package io.quanttradingos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanttradingos.app.ServiceUnderTest;
import io.quanttradingos.client.api.AgentsApi;
import io.quanttradingos.client.api.DecisionApi;
import io.quanttradingos.client.api.RunsApi;
import io.quanttradingos.client.api.ServiceApi;
import io.quanttradingos.client.model.DecisionAnswer;
import io.quanttradingos.client.model.DecisionRequest;
import io.quanttradingos.client.model.GuardianRequest;
import io.quanttradingos.client.model.GuardianVerdict;
import io.quanttradingos.client.model.HoldingRow;
import io.quanttradingos.client.model.JournalAnswer;
import io.quanttradingos.client.model.JournalRequest;
import io.quanttradingos.client.model.JournalRow;
import io.quanttradingos.client.model.RegimeAnswer;
import io.quanttradingos.client.model.RegimeRequest;
import io.quanttradingos.client.model.RunList;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that a standard generator makes of the document, against the running service. */
class GeneratedClientTest {
    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ApiClient client;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        client = new ApiClient();
        client.updateBaseUri(service.baseUri().toString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void it_asks_for_a_sign_of_life() throws ApiException {
        assertThat(new ServiceApi(client).getHealth().getStatus()).isEqualTo("ok");
    }

    @Test
    void it_posts_a_decision_with_every_kind_of_field() throws ApiException {
        DecisionRequest request = new DecisionRequest()
                .asOf(LocalDate.of(2021, 6, 30))
                .holdings(List.of(new HoldingRow().symbol("SPY").shares(new BigDecimal(10))))
                .executionScore(0.9)
                .includeGuardian(true)
                .guardianPrice(410.5)
                .guardianAtr(6.2)
                .guardianTradeType(DecisionRequest.GuardianTradeTypeEnum.SCALP);
        DecisionAnswer answer = new DecisionApi(client).postDecision(request);
        assertThat(answer.getAsof()).isEqualTo(LocalDate.of(2021, 6, 30));
        assertThat(answer.getExecutionDisciplineScore()).isEqualTo(0.9);
        assertThat(answer.getPortfolio().getHoldings()).hasSize(1);
        assertThat(answer.getDecision().getWaterfall()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(answer.getGuardianGuardrails()).isNotNull();
        assertThat(answer.getReceipt().getDigest()).hasSize(64);
    }

    @Test
    void it_gets_a_decision_by_query_and_finds_it_recorded() throws ApiException {
        DecisionAnswer answer = new DecisionApi(client)
                .getDecision(DecisionApi.APIGetDecisionRequest.newBuilder()
                        .asOf(LocalDate.of(2022, 3, 31))
                        .peakEquity(500_000.0)
                        .build());
        assertThat(answer.getAccount().getPeakEquity()).isEqualTo(500_000.0);
        assertThat(answer.getGuardianGuardrails()).isNull();
        RunList runs = new RunsApi(client)
                .getRuns(RunsApi.APIGetRunsRequest.newBuilder().limit(1).build());
        assertThat(runs.getRuns().get(0).getRunId()).isEqualTo(answer.getRunId());
    }

    @Test
    void it_asks_a_single_agent() throws ApiException {
        GuardianVerdict verdict = new AgentsApi(client).postGuardian(new GuardianRequest().accountSize(100_000.0));
        assertThat(verdict.getGuardianDecision().getTradeAllowed()).isTrue();
        assertThat(verdict.getPositionSize()).isNull();
        RegimeAnswer regime =
                new AgentsApi(client).postRegime(new RegimeRequest()).getRegimeAnswer();
        assertThat(regime.getConfidence()).isBetween(0.0, 1.0);
    }

    @Test
    void it_has_a_journal_reviewed() throws ApiException {
        JournalRow trade = new JournalRow()
                .date("2024-01-02")
                .symbol("SPY")
                .side("BUY")
                .qty(new BigDecimal(10))
                .entry(new BigDecimal("470.5"))
                .exit(new BigDecimal("472.5"));
        JournalAnswer review = new AgentsApi(client).postTradeJournal(new JournalRequest().trades(List.of(trade)));
        assertThat(review.getMetrics().getTotalPnl()).isEqualTo(20);
        assertThat(review.getMetrics().getProfitFactor()).isNull();
        assertThat(review.getMetrics().getBySymbol()).containsOnlyKeys("SPY");
        assertThat(review.getFindings()).isNotEmpty();
        assertThat(review.getLanguageModel().getAsked()).isFalse();
    }

    @Test
    void it_is_told_what_is_wrong() {
        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> new DecisionApi(client).postDecision(new DecisionRequest().executionScore(7.0)));
        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(refused.getResponseBody()).contains("execution_score").contains("must be from 0 to 1");
    }
}
