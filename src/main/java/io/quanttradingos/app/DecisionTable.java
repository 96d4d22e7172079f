package io.quanttradingos.app;

import java.nio.charset.StandardCharsets;

final class DecisionTable {
    static String of(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }
}
