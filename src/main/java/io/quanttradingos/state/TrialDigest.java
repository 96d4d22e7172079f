package io.quanttradingos.state;

import java.security.MessageDigest;
import java.util.Map;
import java.util.SortedMap;

/**
 * The digest under which a trial counts once: of all that was chosen, and of nothing that was only found.
 *
 * <p>A parameter belongs into it, a cost, the dates asked for; the bars do not, so that the same wish over newer or
 * corrected data is the same trial. A single run and the same parameters within a sweep have the same digest: {@code
 * SHA-256(shared, number of parameters, name and value of each, in the order of their names)} in {@link CanonicalEncoding}.
 */
public final class TrialDigest {
    private TrialDigest() {}

    /**
     * The digest of one configuration.
     *
     * @param shared the digest of everything but the parameters
     * @param parameters all of them, with those left at their defaults
     */
    public static String of(String shared, SortedMap<String, Double> parameters) {
        MessageDigest digest = ContentDigest.begin();
        CanonicalEncoding encoding = new CanonicalEncoding(digest::update)
                .text(ContentDigest.required("the digest of the settings", shared))
                .number((long) parameters.size());
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            encoding.text(parameter.getKey()).fraction(parameter.getValue() + 0.0);
        }
        return ContentDigest.hex(digest.digest());
    }
}
