package io.quanttradingos.upstream.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * What makes two calls the same question, whoever asks and with whatever key.
 *
 * @param question the SHA-256 of method, path and body
 */
record CallName(UpstreamService service, String subject, LocalDate day, String question) {
    static CallName of(Call call) {
        String body = call.body() == null ? "" : call.body();
        String question = sha256(call.method() + "\n" + call.path() + "\n" + body);
        return new CallName(call.service(), call.subject(), call.day(), question);
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
