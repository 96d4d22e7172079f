package io.quanttradingos.portfolio;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.SimpleReturns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Volatility and heat of holdings that keep changing, for a call per bar: {@link PortfolioReport#volAnnual} and {@link
 * PortfolioReport#portfolioHeat} to the last bit, without the rest of the report.
 *
 * <p>Holdings are numbers beside the columns of one price table. Keeps work space: each thread needs one of its own.
 */
public final class HoldingsRisk {
    private final PriceTable prices;
    private final PortfolioPolicy policy;
    private final int[] bySymbol;
    private final double[] work;
    private int lastSharedRow;
    private double volAnnual;
    private double heat;
    private boolean atStops;
    private int openPositions;

    public HoldingsRisk(PriceTable prices, PortfolioPolicy policy) {
        this.prices = prices;
        this.policy = policy;
        this.bySymbol = IntStream.range(0, prices.columns())
                .boxed()
                .sorted(Comparator.comparing(prices.symbols()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        this.work = new double[prices.rows()];
    }

    /**
     * Measures what is held on one date, over the rows up to it.
     *
     * @param row the day of valuation
     * @param cash in currency
     * @param shares signed, by column; 0 where nothing is held
     * @param stops where a position would be closed at a loss, by column; NaN where there is no stop
     */
    public void measure(int row, double cash, double[] shares, double[] stops) {
        openPositions = 0;
        atStops = false;
        for (int column = 0; column < shares.length; column++) {
            openPositions += shares[column] == 0 ? 0 : 1;
            atStops |= shares[column] != 0 && !Double.isNaN(stops[column]);
        }
        if (openPositions == 0) {
            volAnnual = row >= 2 && cash > 0 ? 0 : Double.NaN; // what a path of nothing but cash comes to
            heat = PortfolioHeat.proxy(volAnnual, policy);
            return;
        }
        int dates = path(row, cash, shares);
        double total = dates == 0 ? Double.NaN : work[dates - 1];
        volAnnual = volatility(dates);
        heat = atStops ? heatAtStops(total, shares, stops) : PortfolioHeat.proxy(volAnnual, policy);
    }

    /** Writes what the holdings would have been worth on each date that has a price of all; says how many there are. */
    private int path(int row, double cash, double[] shares) {
        Arrays.fill(work, 0, row + 1, cash);
        for (int column : bySymbol) {
            if (shares[column] != 0) {
                add(row, shares[column], prices.closes(column));
            }
        }
        int dates = 0;
        for (int date = 0; date <= row; date++) {
            if (!Double.isNaN(work[date])) {
                work[dates++] = work[date];
                lastSharedRow = date;
            }
        }
        return dates;
    }

    private void add(int row, double shares, double[] closes) {
        for (int date = 0; date <= row; date++) {
            work[date] += shares * closes[date];
        }
    }

    /** Of the path in the work space, which the returns take the place of. */
    private double volatility(int dates) {
        for (int i = 0; i < dates - 1; i++) {
            if (!(work[i] > 0)) {
                return Double.NaN;
            }
            work[i] = SimpleReturns.between(work[i], work[i + 1]);
        }
        return AnnualVolatility.of(work, 0, Math.max(0, dates - 1));
    }

    private double heatAtStops(double total, double[] shares, double[] stops) {
        double loss = 0;
        for (int column : bySymbol) {
            if (shares[column] != 0 && total > 0) {
                loss += loss(prices.closes(column), shares[column], stops[column]);
            }
        }
        return total > 0 ? loss / total : Double.NaN;
    }

    private double loss(double[] closes, double shares, double stop) {
        double price = closes[lastSharedRow];
        return Double.isNaN(stop)
                ? PortfolioHeat.lossWithoutStop(closes, lastSharedRow, price, shares, policy)
                : PortfolioHeat.lossAtStop(price, stop, shares);
    }

    /** A fraction a year; NaN where it cannot be told. */
    public double volAnnual() {
        return volAnnual;
    }

    /** A fraction of the net value; NaN where it cannot be told. */
    public double heat() {
        return heat;
    }

    /** Whether the heat was measured at stops, because any position has one, or else estimated from the volatility. */
    public boolean isHeatAtStops() {
        return atStops;
    }

    /** How many symbols are held. */
    public int openPositions() {
        return openPositions;
    }
}
