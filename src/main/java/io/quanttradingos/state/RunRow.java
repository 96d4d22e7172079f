package io.quanttradingos.state;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row of table {@code runs} as stored, without its place in the chain.
 *
 * <p>The chain's digest runs over these stored values, not over what they mean, so a change of a single blank in a
 * column is found.
 */
record RunRow(
        String runId,
        long startedAtMicros,
        long finishedAtMicros,
        String kind,
        String door,
        @Nullable Long asOfEpochDay,
        String status,
        String requestJson,
        String resultJson,
        String inputsJson,
        String stagesJson,
        String configSha256,
        String version,
        @Nullable String idempotencyKey,
        @Nullable String portfolioId,
        @Nullable Long portfolioEpochDay,
        @Nullable Double portfolioValue) {
    static final String COLUMNS = "sequence, run_id, started_at_micros, finished_at_micros, kind, door, asof_epoch_day,"
            + " status, request_json, result_json, inputs_json, stages_json, config_sha256, version, idempotency_key,"
            + " portfolio_id, portfolio_epoch_day, portfolio_value, previous, digest";
    static final int COLUMN_COUNT = 20;
    private static final String FORMAT = "qtos-run-1";

    static RunRow of(RunFacts facts) {
        PortfolioValue portfolio = facts.portfolioValue();
        LocalDate asOf = facts.asOf();
        return new RunRow(
                facts.runId(),
                micros(facts.startedAt()),
                micros(facts.finishedAt()),
                facts.kind(),
                facts.door(),
                asOf == null ? null : asOf.toEpochDay(),
                facts.status(),
                facts.requestJson(),
                facts.resultJson(),
                Citations.inputsJson(facts.inputs()),
                Citations.stagesJson(facts.stages()),
                facts.configSha256(),
                facts.version(),
                facts.idempotencyKey(),
                portfolio == null ? null : portfolio.portfolioId(),
                portfolio == null ? null : portfolio.asOf().toEpochDay(),
                portfolio == null ? null : portfolio.value());
    }

    static RunRow read(ResultSet row) throws SQLException {
        return new RunRow(
                text(row, 2),
                row.getLong(3),
                row.getLong(4),
                text(row, 5),
                text(row, 6),
                number(row, 7),
                text(row, 8),
                text(row, 9),
                text(row, 10),
                text(row, 11),
                text(row, 12),
                text(row, 13),
                text(row, 14),
                row.getString(15),
                row.getString(16),
                number(row, 17),
                fraction(row, 18));
    }

    static RunRecord readRecord(ResultSet row) throws SQLException {
        return new RunRecord(row.getLong(1), read(row).facts(), text(row, 19), text(row, 20));
    }

    void bind(PreparedStatement insert, long sequence, String previous, String digest) throws SQLException {
        insert.setLong(1, sequence);
        insert.setString(2, runId);
        insert.setLong(3, startedAtMicros);
        insert.setLong(4, finishedAtMicros);
        insert.setString(5, kind);
        insert.setString(6, door);
        bind(insert, 7, asOfEpochDay);
        insert.setString(8, status);
        insert.setString(9, requestJson);
        insert.setString(10, resultJson);
        insert.setString(11, inputsJson);
        insert.setString(12, stagesJson);
        insert.setString(13, configSha256);
        insert.setString(14, version);
        insert.setString(15, idempotencyKey);
        insert.setString(16, portfolioId);
        bind(insert, 17, portfolioEpochDay);
        if (portfolioValue == null) {
            insert.setNull(18, Types.DOUBLE);
        } else {
            insert.setDouble(18, portfolioValue);
        }
        insert.setString(19, previous);
        insert.setString(20, digest);
    }

    /** A digest that has taken in every column; {@link #finishDigest} adds the place in the chain. */
    MessageDigest beginDigest() {
        MessageDigest digest = ContentDigest.begin();
        encode(new CanonicalEncoding(digest::update));
        return digest;
    }

    /**
     * The place in the chain comes last in the encoding, so that the long part is hashed by the threads that record and
     * only this short rest by the one thread that knows the predecessor.
     */
    static String finishDigest(MessageDigest digest, long sequence, String previous) {
        new CanonicalEncoding(digest::update).number(sequence).text(previous);
        return ContentDigest.hex(digest.digest());
    }

    String digest(long sequence, String previous) {
        return finishDigest(beginDigest(), sequence, previous);
    }

    void encode(CanonicalEncoding to) {
        to.text(FORMAT)
                .text(runId)
                .number(startedAtMicros)
                .number(finishedAtMicros)
                .text(kind)
                .text(door)
                .number(asOfEpochDay)
                .text(status)
                .text(requestJson)
                .text(resultJson)
                .text(inputsJson)
                .text(stagesJson)
                .text(configSha256)
                .text(version)
                .text(idempotencyKey)
                .text(portfolioId)
                .number(portfolioEpochDay)
                .fraction(portfolioValue);
    }

    RunFacts facts() {
        return new RunFacts(
                runId,
                instant(startedAtMicros),
                instant(finishedAtMicros),
                kind,
                door,
                asOfEpochDay == null ? null : LocalDate.ofEpochDay(asOfEpochDay),
                status,
                requestJson,
                resultJson,
                Citations.inputs(inputsJson),
                Citations.stages(stagesJson),
                configSha256,
                version,
                idempotencyKey,
                portfolio());
    }

    @Nullable PortfolioValue portfolio() {
        return portfolioId == null || portfolioEpochDay == null || portfolioValue == null
                ? null
                : new PortfolioValue(portfolioId, LocalDate.ofEpochDay(portfolioEpochDay), portfolioValue);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A column the schema forbids to be null; a tampered one reads as a text no draft can hold. */
    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "\0null" : text;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Double fraction(ResultSet row, int column) throws SQLException {
        double fraction = row.getDouble(column);
        return row.wasNull() ? null : fraction;
    }

    private static void bind(PreparedStatement insert, int column, @Nullable Long number) throws SQLException {
        if (number == null) {
            insert.setNull(column, Types.BIGINT);
        } else {
            insert.setLong(column, number);
        }
    }
}
