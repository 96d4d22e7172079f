package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All pairs of two real data sets against pandas, by the pairwise and by the joint way. */
class ReferenceCorrelationTest {
    @ParameterizedTest
    @ValueSource(strings = {"corr_arbitragelab_etf23_close_2008_2016.json", "corr_skfolio_sp500_dataset.json"})
    void correlations_and_covariances_of_all_pairs_are_those_of_pandas(String name) throws IOException {
        JsonNode expected = ReferenceSeries.document(name);
        List<String> symbols = new ArrayList<>();
        expected.get("pearson").fieldNames().forEachRemaining(symbols::add);
        List<double[]> returns = new ArrayList<>();
        for (String symbol : symbols) {
            returns.add(
                    SimpleReturns.of(ReferenceSeries.load(expected.get("file").textValue(), symbol)
                            .path()));
        }
        JointReturns joint =
                new JointReturns(returns.stream().map(double[]::clone).toArray(double[][]::new));

        assertThat(joint.members()).isGreaterThanOrEqualTo(20);
        for (int i = 0; i < symbols.size(); i++) {
            for (int j = 0; j < symbols.size(); j++) {
                String pair = symbols.get(i) + "/" + symbols.get(j);
                double correlation = expected.at("/pearson/" + pair).doubleValue();
                double covariance = expected.at("/cov_daily/" + pair).doubleValue();
                // The file rounds correlations to twelve decimals.
                assertThat(Correlation.of(returns.get(i), returns.get(j))).isCloseTo(correlation, within(1e-12));
                assertThat(joint.correlation(i, j)).isCloseTo(correlation, within(1e-12));
                assertThat(Covariance.of(returns.get(i), returns.get(j)))
                        .isCloseTo(covariance, within(1e-9 * Math.abs(covariance)));
                assertThat(joint.covariance(i, j)).isCloseTo(covariance, within(1e-9 * Math.abs(covariance)));
            }
        }
    }
}
