package io.quanttradingos.policy;

/** The names of settings: {@code highVolEnterRank} in the record is {@code high_vol_enter_rank} in the file. */
final class KeyName {
    private KeyName() {}

    static String of(String component) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char letter = component.charAt(i);
            if (Character.isUpperCase(letter)) {
                key.append('_');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }
}
