package io.quanttradingos.marketdata;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files as careless hands and lines do: bytes changed, put in, left out, cut off. */
final class Damage {
    private static final String LETTERS = "0123456789,.;\t\n\r\"-/ eENa+T:\u0000\u00e9\u20ac$";

    private Damage() {}

    static byte[] to(byte[] good, SplittableRandom random) {
        byte[] damaged = good.clone();
        int edits = 1 + random.nextInt(4);
        for (int edit = 0; edit < edits && damaged.length > 1; edit++) {
            int at = random.nextInt(damaged.length);
            byte letter = random.nextInt(5) == 0
                    ? (byte) random.nextInt()
                    : (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(5)) {
                case 0 -> damaged = without(damaged, at, Math.min(damaged.length, at + 1 + random.nextInt(20)));
                case 1 -> damaged = Arrays.copyOf(damaged, at + 1);
                case 2 -> damaged = with(damaged, at, letter);
                default -> damaged[at] = letter;
            }
        }
        return damaged;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] shorter = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, shorter, 0, from);
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        return shorter;
    }

    private static byte[] with(byte[] bytes, int at, byte letter) {
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 0, at);
        longer[at] = letter;
        System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
        return longer;
    }
}
