package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the fields of rows whose spelling differs from service to service. A row that is no object has no fields.
 *
 * <p>Times: epoch seconds, epoch milliseconds (from 10¹¹ on, which as seconds would be the year 5138), or ISO 8601 with or
 * without a time and an offset; UTC where there is none.
 */
final class Fields {
    private static final double FIRST_MILLIS = 1e11;
    /** 1990-01-01: no news are older, and 20240105 read as epoch seconds would be. */
    private static final double EARLIEST_MILLIS = 631_152_000_000.0;

    /** 2100-01-01. */
    private static final double END_MILLIS = 4_102_444_800_000.0;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?");
    private static final double HIGHEST_PRICE = 1e12;
    private static final int LENGTH_OF_A_DATE = 10;

    private Fields() {}

    /** The first of the names that is there and not null. */
    static JsonNode first(JsonNode row, String... names) {
        for (String name : names) {
            JsonNode value = row.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                return value;
            }
        }
        return MissingNode.getInstance();
    }

    /** A finite number, also one written as a text; NaN for anything else. */
    static double number(JsonNode value) {
        double number = value.isNumber()
                ? value.doubleValue()
                : value.isTextual() && NUMBER.matcher(value.textValue().strip()).matches()
                        ? Double.parseDouble(value.textValue().strip())
                        : Double.NaN;
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** A number above 0 that a price may be; NaN for anything else, since services write 0 for what they do not know. */
    static double price(JsonNode value) {
        double price = number(value);
        return price > 0 && price <= HIGHEST_PRICE ? price : Double.NaN;
    }

    /** A moment from 1990 to 2099; empty where it is none. */
    static Optional<Instant> moment(JsonNode value) {
        double number = number(value);
        if (Double.isNaN(number)) {
            return moment(value.asText("").strip());
        }
        double millis = Math.floor(number >= FIRST_MILLIS ? number : number * 1000);
        return millis >= EARLIEST_MILLIS && millis < END_MILLIS
                ? Optional.of(Instant.ofEpochMilli((long) millis))
                : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            if (text.length() <= LENGTH_OF_A_DATE) {
                return sensible(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            String iso = text.replaceFirst(" ", "T").replaceFirst("\\+00$", "Z");
            boolean hasOffset =
                    iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > LENGTH_OF_A_DATE;
            return sensible(
                    hasOffset
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> sensible(Instant moment) {
        long millis = moment.toEpochMilli();
        return millis >= EARLIEST_MILLIS && millis < END_MILLIS ? Optional.of(moment) : Optional.empty();
    }

    /** The date a text begins with, or that of a moment in UTC; empty where there is none. */
    static Optional<LocalDate> date(JsonNode value) {
        boolean isText = value.isTextual() && Double.isNaN(number(value));
        if (isText && value.textValue().strip().length() >= LENGTH_OF_A_DATE) {
            try {
                return Optional.of(LocalDate.parse(value.textValue().strip().substring(0, LENGTH_OF_A_DATE)))
                        .filter(date -> date.getYear() >= 1990 && date.getYear() < 2100);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return moment(value).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
