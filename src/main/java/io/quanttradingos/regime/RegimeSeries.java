package io.quanttradingos.regime;

import io.quanttradingos.failure.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The regime of every date on which the equity benchmark has a close.
 *
 * <p>A row rests on the closes up to its date alone: a series over fewer rows gives the same ones. The first rows are in
 * no regime, because there is too little history. Immutable.
 */
public final class RegimeSeries {
    private final RegimeMeasurements measured;
    private final byte[] labels;
    private final byte[] rawLabels;
    private final double[] confidences;

    RegimeSeries(RegimeMeasurements measured) {
        this.measured = measured;
        int rows = measured.axis().rows();
        this.labels = new byte[rows];
        this.rawLabels = new byte[rows];
        this.confidences = new double[rows];
        for (int row = 0; row < rows; row++) {
            boolean assessed = measured.assessed(row);
            labels[row] = assessed ? measured.label(row) : RegimeLabel.NONE;
            rawLabels[row] = assessed ? measured.rawLabel(row) : RegimeLabel.NONE;
            confidences[row] = assessed ? measured.confidence(row) : Double.NaN;
        }
    }

    /** The number of dates, those in no regime included. */
    public int rows() {
        return labels.length;
    }

    public LocalDate date(int row) {
        return LocalDate.ofEpochDay(measured.axis().epochDay(row));
    }

    /** The last row dated on or before a day; -1 where all are later. */
    public int rowAsOf(LocalDate day) {
        return measured.axis().rowAsOf(day.toEpochDay());
    }

    /** The label; null where there is too little history. */
    public @Nullable String label(int row) {
        return text(labels[row]);
    }

    /** The label that the row's numbers alone would give; null where there is too little history. */
    public @Nullable String rawLabel(int row) {
        return text(rawLabels[row]);
    }

    /** In [0, 1]; NaN where there is too little history. */
    public double confidence(int row) {
        return confidences[row];
    }

    /** Mean of three signs in [-1, 1]; NaN where there is too little history. */
    public double trendScore(int row) {
        return measured.trend().score(row);
    }

    /** Annualised volatility as a fraction; NaN where there is too little history. */
    public double sigma20(int row) {
        return measured.volatility().sigma(row);
    }

    /** Share of the trailing volatilities that are at most this one; NaN where there are too few. */
    public double sigmaRank(int row) {
        return measured.volatility().rank(row);
    }

    /** Share of names above their average; NaN where none could be assessed. */
    public double breadth(int row) {
        return measured.breadth().share(row);
    }

    /** Change of equities against bonds in deviations; NaN without a bond or with too little history. */
    public double riskZ(int row) {
        return measured.risk().z(row);
    }

    /** The benchmark's close; a row is there because it has one. */
    public double close(int row) {
        return measured.trend().close(row);
    }

    /** One row for an answer, unknown values null. */
    public RegimeRow row(int row) {
        return new RegimeRow(
                date(row),
                label(row),
                rawLabel(row),
                Unknown.asNull(confidence(row)),
                Unknown.asNull(trendScore(row)),
                Unknown.asNull(sigma20(row)),
                Unknown.asNull(sigmaRank(row)),
                Unknown.asNull(breadth(row)),
                Unknown.asNull(riskZ(row)),
                close(row));
    }

    /**
     * The label in force on a day, by the last close on or before it.
     *
     * @return empty before the first date and where there was too little history
     */
    public Optional<String> labelOn(LocalDate day) {
        int row = rowAsOf(day);
        return row < 0 ? Optional.empty() : Optional.ofNullable(label(row));
    }

    /**
     * The full decision of one row.
     *
     * @throws Refusal where there is too little history, saying how many closes there were and are needed
     */
    public RegimeDecision decisionAt(int row) {
        if (labels[row] == RegimeLabel.NONE) {
            throw measured.tooLittleHistory(row + 1, date(row));
        }
        int start = runStart(row);
        boolean changeSeen = start > 0 && labels[start - 1] != RegimeLabel.NONE;
        RegimeSignals signals = new RegimeReport(measured, row, labels[row], rawLabels[row]).signals();
        return new RegimeDecision(
                date(row),
                RegimeLabel.text(labels[row]),
                RegimeLabel.text(rawLabels[row]),
                confidences[row],
                new Drivers(signals).sentences(),
                Implications.of(labels[row], signals),
                signals,
                row - start + 1,
                changeSeen ? label(start - 1) : null,
                changeSeen ? date(start) : null,
                new Warnings(signals, measured.policy()).sentences());
    }

    RegimeMeasurements measured() {
        return measured;
    }

    private int runStart(int row) {
        int start = row;
        while (start > 0 && labels[start - 1] == labels[row]) {
            start--;
        }
        return start;
    }

    private static @Nullable String text(byte code) {
        return code == RegimeLabel.NONE ? null : RegimeLabel.text(code);
    }
}
