package io.quanttradingos.backtest.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.statistics.Correlation;
import io.quanttradingos.statistics.Covariance;
import io.quanttradingos.statistics.ReferenceSeries;
import io.quanttradingos.statistics.SimpleReturns;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules on real prices, against PyPortfolioOpt, SciPy and cvxopt. */
@Tag("one-java")
class ReferencePortfoliosTest {
    private static final String STOCKS = "portfolio_ppo_stock_prices.json";
    private static final String FUNDS = "portfolio_etf23_arbitragelab.json";
    private static final String LONG_STOCKS = "portfolio_skfolio_sp500_20.json";

    /** One reference document with the returns of its assets over the days on which all have a price. */
    private record Reference(JsonNode document, List<String> names, double[][] returns) {
        static Reference load(String name) throws IOException {
            JsonNode document = ReferenceSeries.document(name);
            List<String> names = new ArrayList<>();
            document.get("tickers").forEach(ticker -> names.add(ticker.textValue()));
            List<Map<LocalDate, Double>> closes = closes(document.get("file").textValue(), names);
            Set<LocalDate> days = new TreeSet<>(closes.get(0).keySet());
            closes.forEach(column -> days.retainAll(column.keySet()));
            assertThat(days).hasSize(document.get("rows_used").intValue());
            double[][] returns = closes.stream()
                    .map(column -> SimpleReturns.of(
                            days.stream().mapToDouble(column::get).toArray()))
                    .toArray(double[][]::new);
            return new Reference(document, names, returns);
        }

        double[] weights(Weighting rule) {
            Weights weights = rule.weights(returns, 0, returns[0].length);
            assertThat(weights.leftOut()).isEmpty();
            return weights.fractions();
        }

        JsonNode portfolio(String name) {
            return document.at("/portfolios/" + name);
        }

        void assertSame(double[] actual, String portfolio, double tolerance) {
            for (int i = 0; i < actual.length; i++) {
                double expected =
                        portfolio(portfolio).at("/weights/" + names.get(i)).doubleValue();
                assertThat(actual[i]).as(names.get(i)).isCloseTo(expected, within(tolerance));
            }
        }

        double[][] yearlyCovariances() {
            double[][] covariances = new double[names.size()][names.size()];
            for (int i = 0; i < names.size(); i++) {
                for (int j = 0; j < names.size(); j++) {
                    covariances[i][j] = document.at("/annualised_cov_ddof1_x252/" + names.get(i) + "/" + names.get(j))
                            .doubleValue();
                }
            }
            return covariances;
        }
    }

    private static List<Map<LocalDate, Double>> closes(String file, List<String> names) throws IOException {
        List<Map<LocalDate, Double>> closes = new ArrayList<>();
        for (String name : names) {
            closes.add(ReferenceSeries.load(file, name).closes());
        }
        return closes;
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCKS, FUNDS, LONG_STOCKS})
    void equal_weights_and_inverse_volatility_are_those_of_numpy(String name) throws IOException {
        Reference reference = Reference.load(name);

        reference.assertSame(reference.weights(new EqualWeights()), "equal", 1e-15);
        reference.assertSame(reference.weights(new InverseVolatility()), "inverse_vol", 1e-13);
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCKS, FUNDS, LONG_STOCKS})
    void hierarchical_risk_parity_is_that_of_pyportfolioopt(String name) throws IOException {
        Reference reference = Reference.load(name);

        reference.assertSame(reference.weights(new HierarchicalRiskParity()), "hrp_pypfopt_single_linkage", 1e-13);
    }

    /** The reference solver stops within 2e-10 of the minimum, so that is how near one can come to it. */
    @ParameterizedTest
    @ValueSource(strings = {STOCKS, FUNDS, LONG_STOCKS})
    void minimum_variance_is_that_of_cvxopt_or_lower(String name) throws IOException {
        Reference reference = Reference.load(name);
        double[] weights = reference.weights(new MinimumVariance());

        reference.assertSame(weights, "min_var_long_only_cvxopt", 5e-10);
        double theirs = reference.portfolio("min_var_long_only_cvxopt/vol_ann").doubleValue();
        double ours = Math.sqrt(MatrixChecks.form(reference.yearlyCovariances(), weights));
        assertThat(ours).isBetween(theirs * (1 - 1e-9), theirs * (1 + 1e-14));
        assertThat(MatrixChecks.violation(reference.yearlyCovariances(), weights))
                .isLessThan(1e-11);
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCKS, FUNDS, LONG_STOCKS})
    void equal_risk_contribution_is_that_of_the_reference_and_nearer_to_equal(String name) throws IOException {
        Reference reference = Reference.load(name);
        double[] weights = reference.weights(new EqualRiskContribution());

        // Theirs contribute equally to 1e-8, which leaves a weight of 0.17 among 23 uncertain by 4e-8.
        reference.assertSame(weights, "risk_parity_erc", 5e-8);
        double[] shares = MatrixChecks.riskShares(reference.yearlyCovariances(), weights);
        for (double share : shares) {
            assertThat(share).isCloseTo(1.0 / shares.length, within(1e-12));
        }
    }

    /** PyPortfolioOpt's own test, on prices with gaps: gaps are padded, moments are of the days both assets have. */
    @Test
    void hierarchical_risk_parity_is_what_pyportfolioopt_publishes() throws IOException {
        JsonNode expected =
                ReferenceSeries.document("hrp_pypfopt_published.json").get("weights_published_in_repo_tests");
        List<String> names = new ArrayList<>();
        // The order in the file decides which of two leaves comes first.
        ReferenceSeries.document(STOCKS).get("tickers").forEach(ticker -> names.add(ticker.textValue()));
        List<Map<LocalDate, Double>> closes = closes("public/prices/ppo_stock_prices.csv", names);
        Set<LocalDate> days = new TreeSet<>();
        closes.forEach(column -> days.addAll(column.keySet()));
        double[][] returns =
                closes.stream().map(column -> paddedReturns(column, days)).toArray(double[][]::new);

        double[] weights = HierarchicalRiskParity.fractions(pairwise(returns));

        assertThat(names).hasSize(20);
        for (int i = 0; i < weights.length; i++) {
            // Published with fifteen decimals.
            assertThat(weights[i])
                    .as(names.get(i))
                    .isCloseTo(expected.get(names.get(i)).doubleValue(), within(1e-14));
        }
    }

    private static double[] paddedReturns(Map<LocalDate, Double> closes, Set<LocalDate> days) {
        double[] path = new double[days.size()];
        double last = Double.NaN;
        int place = 0;
        for (LocalDate day : days) {
            last = closes.getOrDefault(day, last);
            path[place++] = last;
        }
        return SimpleReturns.of(path);
    }

    private static SecondMoments pairwise(double[][] returns) {
        int size = returns.length;
        double[][] covariances = new double[size][size];
        double[][] correlations = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                covariances[i][j] = Covariance.of(returns[i], returns[j]);
                correlations[i][j] = Correlation.of(returns[i], returns[j]);
            }
        }
        return new SecondMoments(covariances, correlations);
    }
}
