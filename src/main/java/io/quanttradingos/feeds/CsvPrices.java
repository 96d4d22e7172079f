package io.quanttradingos.feeds;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.BarOptions;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.OnBadRow;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.upstream.call.Budget;
import java.util.Optional;

/**
 * A folder of bars, one file for each instrument and called after it, such as {@code prices/SPY.csv}; adjusted where the file
 * has an adjusted close.
 */
public final class CsvPrices implements PriceSource {
    /** The source's code. */
    public static final String CODE = "csv";

    private static final BarOptions AS_WRITTEN = new BarOptions(null, OnBadRow.REJECT, false);
    private static final BarOptions ADJUSTED = new BarOptions(null, OnBadRow.REJECT, true);

    private final Inputs inputs;
    private final String folder;

    /** @param folder its path in the data folder */
    public CsvPrices(Inputs inputs, String folder) {
        this.inputs = inputs;
        this.folder = folder;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<Bars> bars(Wanted wanted, Budget budget) {
        Source file = new Source.InFolder(folder + "/" + wanted.symbol() + ".csv");
        try {
            return read(file, wanted)
                    .bars(wanted.symbol())
                    .map(bars -> bars.between(wanted.from(), wanted.to()))
                    .filter(bars -> bars.rows() > 0);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private BarFile read(Source file, Wanted wanted) {
        BarFile read = inputs.bars(CODE, file, wanted.symbol(), AS_WRITTEN).value();
        return read.adjustedLeftAside()
                ? inputs.bars(CODE, file, wanted.symbol(), ADJUSTED).value()
                : read;
    }

    @Override
    public Optional<PriceTable> closes(Wanted wanted, Budget budget) {
        return bars(wanted, budget).map(PriceTable::closesOf);
    }
}
