package io.quanttradingos.api;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.Answers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request that answer the questions of an export; they hold for every export of the request. */
interface ImportAnswers {
    List<String> DATE_ORDERS = List.of("dmy", "mdy", "ymd");
    List<String> DECIMALS = List.of("point", "comma");

    @Nullable String importFormat();

    @Nullable String importDateOrder();

    @Nullable String importDecimal();

    @Nullable String importAccount();

    @Nullable String importCurrency();

    @Nullable String importSymbol();

    @Nullable String importWords();

    /** What they say. */
    default Answers answers(FieldChecks check) {
        return new Answers(
                said(importFormat()),
                check.oneOf("import_date_order", said(importDateOrder()), DATE_ORDERS),
                check.oneOf("import_decimal", said(importDecimal()), DECIMALS),
                said(importAccount()),
                said(importCurrency()),
                said(importSymbol()),
                words(check, importWords()));
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Map<String, String> words(FieldChecks check, @Nullable String written) {
        try {
            return Answers.words(written);
        } catch (Refusal refusal) {
            check.wrong("import_words", refusal.detail().replaceFirst("^words ", ""));
            return Map.of();
        }
    }
}
