package io.quanttradingos.imports;

import io.quanttradingos.units.Symbol;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a row calls its instrument by: the ticker where it has one, else the ISIN, else the name.
 *
 * @param text empty where it has none of them
 * @param isDerivative whether it is an option or another contract on a share rather than the share
 */
record Instrument(String text, @Nullable String isin, boolean isDerivative) {
    private static final Pattern ISIN = Pattern.compile("[A-Z]{2}[A-Z0-9]{9}[0-9]");
    /** By its code of ISO 10383, as it stands behind a ticker. */
    private static final Pattern EXCHANGE = Pattern.compile("X[A-Z]{3}|ARCX|BATS|IEXG|CHIX");

    private static final Pattern SHARE_CLASS = Pattern.compile("[A-Z]{1,5}[ /][A-Z]");
    private static final Pattern OPTION = Pattern.compile("[-.]?[A-Z]{1,6} *[0-9]{6}[CP][0-9.]+"
            + "|[A-Z.]{1,6} +[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4} +\\$?[0-9.,]+ *[CP](ALL|UT)?"
            + "|[A-Z.]{1,6} +[0-9]{1,2}[A-Z]{3}[0-9]{2} +[0-9.]+ +[CP]"
            + "|[A-Z.]{1,6} +[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4} +(CALL|PUT) +\\$?[0-9.,]+"
            + "|(CALL|PUT) .*|.* (CALL|PUT)|.* (CALL|PUT) .*[0-9].*");

    static Instrument of(String ticker, String isin, String name) {
        String wanted = ticker.strip().toUpperCase(Locale.ROOT);
        while (wanted.endsWith("*")) {
            wanted = wanted.substring(0, wanted.length() - 1).strip();
        }
        String number = isin.strip().toUpperCase(Locale.ROOT);
        String known =
                ISIN.matcher(number).matches() ? number : ISIN.matcher(wanted).matches() ? wanted : null;
        int colon = wanted.indexOf(':');
        if (colon > 0 && ticker.strip().indexOf(' ') < 0) {
            String behind = wanted.substring(colon + 1);
            wanted = EXCHANGE.matcher(behind).matches() ? wanted.substring(0, colon) : behind;
        }
        boolean option = !isWord(wanted) && OPTION.matcher(wanted).matches();
        if (!option && SHARE_CLASS.matcher(wanted).matches()) {
            wanted = wanted.replace(' ', '.').replace('/', '.');
        }
        boolean isTicker = Symbol.parse(wanted).isPresent();
        String text = isTicker || known == null ? wanted : known;
        return new Instrument(text.isEmpty() ? name.strip() : text, known, option);
    }

    /** Whether a text is letters alone, as nearly all tickers are. */
    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    /** Whether prices can be found for it by a ticker or an ISIN. */
    boolean isSymbol() {
        return Symbol.parse(text).isPresent();
    }
}
