import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Gathered;
import io.quanttradingos.portfolio.Holding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says how much of the invested money is in the largest position. */
public final class Concentration {
    private static final double MUCH = 0.25;

    /** For the decision: a remark where the largest position is large. */
    public Gathered remark(Gathered gathered) {
        Map<String, Object> found = report(gathered);
        if (!(found.get("share") instanceof Double share) || share <= MUCH) {
            return gathered;
        }
        String sentence = String.format(
                Locale.ROOT,
                "%s is %.0f %% of what is invested, more than %.0f %%.",
                found.get("symbol"),
                100 * share,
                100 * MUCH);
        return gathered.remarked("concentration", sentence);
    }

    /** For an endpoint of its own; the share is null where nothing is held that has a price. */
    public Map<String, Object> report(Gathered gathered) {
        PriceTable prices = gathered.table();
        int row = prices.rowAsOf(gathered.asOf());
        double invested = 0;
        double largest = 0;
        String symbol = null;
        for (Holding holding : gathered.holdings().value().positions()) {
            if (!prices.has(holding.symbol())) {
                continue; // such as cash
            }
            double value = Math.abs(holding.shares() * prices.close(row, prices.column(holding.symbol())));
            if (!(value > 0)) {
                continue; // no price on that day
            }
            invested += value;
            if (value > largest) {
                largest = value;
                symbol = holding.symbol().text();
            }
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("asof", gathered.asOf());
        report.put("symbol", symbol);
        report.put("share", invested > 0 ? largest / invested : null);
        return report;
    }
}
