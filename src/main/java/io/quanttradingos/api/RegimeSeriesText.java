package io.quanttradingos.api;

import io.quanttradingos.regime.RegimeRow;
import io.quanttradingos.regime.RegimeSeries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A regime for every date, as JSON rows or as CSV. */
public final class RegimeSeriesText {
    private RegimeSeriesText() {}

    /** The rows. */
    public static List<RegimeRow> rows(RegimeSeries series) {
        List<RegimeRow> rows = new ArrayList<>(series.rows());
        for (int row = 0; row < series.rows(); row++) {
            rows.add(series.row(row));
        }
        return rows;
    }

    /** The rows under a header; an unknown value is an empty cell. */
    public static byte[] csv(RegimeSeries series) {
        StringBuilder csv = new StringBuilder(
                "date,label,raw_label,confidence,trend_score,sigma_20,sigma_rank,breadth,risk_z,close\n");
        for (RegimeRow row : rows(series)) {
            csv.append(row.date()).append(',');
            csv.append(text(row.label())).append(',');
            csv.append(text(row.rawLabel())).append(',');
            csv.append(text(row.confidence())).append(',');
            csv.append(text(row.trendScore())).append(',');
            csv.append(text(row.sigma20())).append(',');
            csv.append(text(row.sigmaRank())).append(',');
            csv.append(text(row.breadth())).append(',');
            csv.append(text(row.riskZ())).append(',');
            csv.append(row.close()).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
