package io.quanttradingos.state;

import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digest under which a trial counts once: of all that was chosen, and of nothing that was only found.
 *
 * <p>A parameter belongs into it, a cost, the dates asked for; the bars do not, so that the same wish over newer or
 * corrected data is the same trial. A single run and the same parameters within a sweep have the same digest: {@code
 * SHA-256(shared, number of parameters, name and value of each, in the order of their names)} in {@link
 * CanonicalEncoding}, a number as a fraction and a map as the parameters are.
 */
public final class TrialDigest {
    private TrialDigest() {}

    /**
     * The digest of one configuration.
     *
     * @param shared the digest of everything but the parameters
     * @param parameters all of them, with those left at their defaults; numbers, truth values, texts and maps of these
     */
    public static String of(String shared, Map<String, ?> parameters) {
        MessageDigest digest = ContentDigest.begin();
        CanonicalEncoding encoding = new CanonicalEncoding(digest::update)
                .text(ContentDigest.required("the digest of the settings", shared));
        encode(parameters, encoding);
        return ContentDigest.hex(digest.digest());
    }

    private static void encode(Object value, CanonicalEncoding to) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> sorted = new TreeMap<>();
            map.forEach((name, part) -> sorted.put(String.valueOf(name), part));
            to.number((long) sorted.size());
            sorted.forEach((name, part) -> encode(part, to.text(name)));
        } else if (value instanceof Number number) {
            to.fraction(number.doubleValue() + 0.0); // 20 and 20.0 are the same wish, and so are 0 and -0
        } else {
            to.text(value.toString());
        }
    }
}
