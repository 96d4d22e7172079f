package io.quanttradingos.reliability;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that have broken other programs: each aims at one place where a text could become more than a text. */
final class HostileTexts {
    /** Stands in every text that aims at a page; a page that has it unescaped has been broken. */
    static final String SCRIPT = "<script>hostile()</script>";

    static final List<String> ALL = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\r\nX-Hostile: 1\r\n\r\n",
            "a\nb",
            "\u001b[2J",
            "\u202egnp.exe",
            "\ufeffdate",
            "\ud800",
            "\ud83d\ude00\u0301\u0301\u0301",
            "ıİşŞ",
            "٣٤",
            "\uff11",
            "${exchange}",
            "${body.class.name}",
            "${bean:http?method=health}",
            "$simple{body}",
            "{{env:HOME}}",
            "{{qtos.state.dir}}",
            "#{1+1}",
            "%s%n%x%d",
            "${jndi:ldap://127.0.0.1:1/a}",
            "%m%ex{full}",
            "'; DROP TABLE runs; --",
            "\" OR 1=1 --",
            "1) UNION SELECT * FROM runs--",
            "%_\\",
            "=1+1",
            "+1+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(1,1)",
            "\t=1+1",
            SCRIPT,
            "\"></script>" + SCRIPT,
            "</title>" + SCRIPT,
            "javascript:hostile()",
            "../../etc/passwd",
            "/etc/passwd",
            "..\\..\\windows\\win.ini",
            "file:///etc/passwd",
            "%2e%2e%2f",
            "sample/prices.csv\u0000.png",
            "~/.ssh/id_rsa",
            "CON",
            "a".repeat(256),
            "/".repeat(300),
            "NaN",
            "Infinity",
            "-Infinity",
            "-0",
            "1e999",
            "1e-999",
            "0x10",
            "1_000",
            "1,5",
            "9223372036854775808",
            "null",
            "true",
            "[]",
            "{}",
            "0000-00-00",
            "2024-02-30",
            "+999999999-12-31",
            "9999-12-31",
            "1970-01-01T00:00:00Z");

    private HostileTexts() {}

    static String any(RandomGenerator random) {
        return ALL.get(random.nextInt(ALL.size()));
    }
}
