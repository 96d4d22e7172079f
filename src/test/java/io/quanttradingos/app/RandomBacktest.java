package io.quanttradingos.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Requests for backtests made up by a seed: any strategy, any way to trade, more often than not one that makes sense. */
final class RandomBacktest {
    /** Strategies of one instrument, each with parameters that a letter's number fills. */
    private static final Map<String, String> ALONE = Map.of(
            "buy_and_hold", "",
            "sma_cross", "fast=%d,slow=4%d,allow_short=true",
            "ema_cross", "fast=%d,slow=3%d",
            "rsi_reversion", "bars=1%d,entry=4%d,exit=6%d",
            "bollinger_reversion", "bars=1%d,width=1.%d,allow_short=true",
            "donchian_breakout", "entry=1%d,exit=%d",
            "macd", "fast=%d,slow=2%d,signal=%d,allow_short=true",
            "momentum", "lookback=6%d,skip=%d",
            "vol_target", "annual=0.%d,bars=1%d",
            "regime_switch", "other=0.%d");

    private static final Map<String, String> TOGETHER = Map.of(
            "buy_and_hold", "",
            "rebalance", "weighting=hrp,lookback=6%d,every=%d",
            "dual_momentum", "lookback=6%d,top=2");

    private final Random random;
    private final Map<String, Object> body = new LinkedHashMap<>();

    private RandomBacktest(long seed) {
        this.random = new Random(seed);
    }

    /** @param several a file of several instruments */
    static Map<String, Object> request(long seed, String several) {
        RandomBacktest made = new RandomBacktest(seed);
        made.strategy(several);
        made.dates();
        made.terms();
        made.costs();
        made.exits();
        made.agents();
        made.search();
        made.body.put("include", "trades,orders,series");
        made.body.put("caller", "seed-" + seed);
        return made.body;
    }

    private void strategy(String several) {
        boolean alone = chance(70);
        Map<String, String> known = alone ? ALONE : TOGETHER;
        List<String> names = known.keySet().stream().sorted().toList();
        String name = pick(names);
        body.put("strategy_type", name);
        body.put("csv_path", alone ? "sample/ohlcv.csv" : several);
        StringBuilder parameters = new StringBuilder();
        for (char letter :
                Objects.requireNonNull(known.get(name)).replace("%d", "#").toCharArray()) {
            parameters.append(letter == '#' ? Character.forDigit(1 + random.nextInt(9), 10) : letter);
        }
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters.toString());
        }
    }

    private void dates() {
        LocalDate start = LocalDate.of(2016, 1, 4).plusDays(random.nextInt(2_500));
        if (chance(60)) {
            body.put("start", start.toString());
        }
        if (chance(40)) {
            body.put("end", start.plusDays(random.nextInt(1_200)).toString());
        }
    }

    private void terms() {
        body.put("initial_cash", chance(20) ? 500 : 1_000 * (1 + random.nextInt(500)));
        body.put("quantity", 1 + random.nextInt(400));
        maybe("sizing", pick(List.of("fixed", "percent_equity", "risk_percent", "vol_target")));
        maybe("percent_equity", 10 + random.nextInt(190));
        maybe("fill_model", pick(List.of("next_open", "next_close", "same_close")));
        maybe("fractional", random.nextBoolean());
        maybe("leverage", 0.5 + 3 * random.nextDouble());
        maybe("atr_bars", 2 + random.nextInt(30));
        maybe("target_volatility", 0.05 + random.nextDouble());
    }

    private void costs() {
        maybe("commission_rate", random.nextDouble() / 100);
        maybe("commission_per_share", random.nextDouble() / 50);
        maybe("commission_per_order", random.nextDouble() * 5);
        maybe("commission_minimum", random.nextDouble() * 5);
        maybe("half_spread_bps", random.nextDouble() * 20);
        maybe("slippage_bps", random.nextDouble() * 20);
        maybe("impact", random.nextDouble());
    }

    private void exits() {
        maybe("stop_loss", 0.01 + random.nextDouble() / 5);
        maybe("take_profit", 0.01 + random.nextDouble() / 5);
        maybe("trailing_stop", 0.01 + random.nextDouble() / 5);
    }

    private void agents() {
        if (chance(30)) {
            Map<String, Object> gate = new LinkedHashMap<>();
            gate.put("guardian", random.nextBoolean());
            gate.put("allocation", random.nextBoolean());
            if (random.nextBoolean()) {
                gate.put("regime", List.of(random.nextBoolean() ? "Risk-On" : "Risk-Off / High Vol"));
            }
            body.put("gate", gate);
            maybe("prices_path", "sample/prices.csv");
        }
    }

    private void search() {
        if (Objects.requireNonNull(body.get("strategy_type")).equals("sma_cross") && chance(50)) {
            body.put("sweep", "fast=2:10:" + (1 + random.nextInt(4)) + ",slow=20;60");
            maybe("walk_forward", 50 + random.nextInt(200) + ":" + (10 + random.nextInt(60)));
        }
    }

    private void maybe(String field, Object value) {
        if (chance(35)) {
            body.put(field, value);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
