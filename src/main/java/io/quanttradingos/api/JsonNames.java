package io.quanttradingos.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Locale;

/**
 * JSON field names for Java names: words parted by underscores, numbers too, for example {@code maxDrawdown} is
 * {@code max_drawdown} and {@code var95} is {@code var_95}; a digest keeps its usual spelling, {@code sha256}.
 */
public final class JsonNames extends PropertyNamingStrategies.NamingBase {
    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String javaName) {
        return snakeCase(javaName);
    }

    /** The JSON name of a Java name. */
    public static String snakeCase(String javaName) {
        StringBuilder json = new StringBuilder(javaName.length() + 8);
        for (int i = 0; i < javaName.length(); i++) {
            char c = javaName.charAt(i);
            char before = i == 0 ? '\0' : javaName.charAt(i - 1);
            boolean newWord = Character.isUpperCase(c) || (Character.isDigit(c) && Character.isLetter(before));
            if (newWord && i > 0) {
                json.append('_');
            }
            json.append(c);
        }
        return json.toString().toLowerCase(Locale.ROOT).replace("sha_256", "sha256");
    }
}
