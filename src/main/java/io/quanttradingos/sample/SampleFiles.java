package io.quanttradingos.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of every sample file, by file name. */
final class SampleFiles {
    private static final String PLAN = """
            {
              "allowed_regimes": ["Risk-On", "Risk-Off / Low/Normal Vol"],
              "stop_required": true,
              "account_size": 100000,
              "max_position_pct": 25,
              "max_stop_pct": 8,
              "risk_per_trade_pct": 1.0,
              "position_limits_by_regime": {
                "Risk-On": 20,
                "Risk-On / High Vol": 15,
                "Risk-Off": 15
              }
            }
            """;
    private static final int LEAST_FEE_CENTS = 100;

    private SampleFiles() {}

    static Map<String, String> of(long seed) {
        SampleMarket market = new SampleMarket(seed);
        List<SampleTrade> trades = new SampleTrader(market, seed).trades();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("prices.csv", prices(market));
        files.put("ohlcv.csv", new SampleBars(market, seed).csv());
        files.put("holdings.csv", holdings(market));
        files.put("trades.csv", trades(trades));
        files.put("journal.csv", journal(trades));
        files.put("plan.json", PLAN);
        return files;
    }

    private static String prices(SampleMarket market) {
        StringBuilder csv = new StringBuilder("date,")
                .append(Instrument.ALL.stream().map(Instrument::ticker).collect(Collectors.joining(",")))
                .append('\n');
        for (int row = 0; row < market.rows(); row++) {
            csv.append(market.date(row));
            for (int column = 0; column < Instrument.ALL.size(); column++) {
                csv.append(',').append(dollars(market.cents(column, row)));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String holdings(SampleMarket market) {
        StringBuilder csv = new StringBuilder("symbol,shares,avg_price,stop_price\n");
        int last = market.rows() - 1;
        for (SampleHolding holding : SampleHolding.ALL) {
            int column = market.column(holding.ticker());
            int stop = (int) (market.cents(column, last) * (1 - holding.stopDistance()));
            csv.append(holding.ticker()).append(',').append(holding.shares()).append(',');
            csv.append(dollars(market.cents(column, last - holding.boughtBefore())))
                    .append(',');
            csv.append(holding.stopDistance() == 0 ? "" : dollars(stop)).append('\n');
        }
        return csv.append("CASH,").append(SampleHolding.CASH).append(",,\n").toString();
    }

    private static String trades(List<SampleTrade> trades) {
        StringBuilder csv = new StringBuilder("date,symbol,side,entry_price,exit_price,shares,stop_price\n");
        for (SampleTrade trade : trades) {
            csv.append(trade.date()).append(',').append(trade.ticker()).append(',');
            csv.append(trade.isShort() ? "SHORT" : "LONG").append(',');
            csv.append(dollars(trade.entryCents())).append(',').append(dollars(trade.exitCents()));
            csv.append(',').append(trade.shares()).append(',');
            csv.append(trade.stopCents() == 0 ? "" : dollars(trade.stopCents())).append('\n');
        }
        return csv.toString();
    }

    private static String journal(List<SampleTrade> trades) {
        StringBuilder csv = new StringBuilder("date,symbol,side,qty,entry,exit,fees\n");
        for (SampleTrade trade : trades) {
            csv.append(trade.date()).append(',').append(trade.ticker()).append(',');
            csv.append(trade.isShort() ? "SELL" : "BUY").append(',').append(trade.shares());
            csv.append(',').append(dollars(trade.entryCents())).append(',').append(dollars(trade.exitCents()));
            csv.append(',').append(dollars(Math.max(LEAST_FEE_CENTS, trade.shares())));
            csv.append('\n');
        }
        return csv.toString();
    }

    static String dollars(int cents) {
        int fraction = cents % 100;
        return cents / 100 + (fraction < 10 ? ".0" : ".") + fraction;
    }
}
