package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Whether Java and the settings are as the product needs them. */
final class SettingsCheckup {
    private static final int OLDEST_JAVA = 17;
    private static final List<String> KEYS = List.of("finnhub.api.key", "openai.api.key", "qtos.api.token");

    private final Settings settings;

    SettingsCheckup(Settings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version()));
        findings.addAll(values());
        findings.add(door());
        findings.add(Finding.of("schedule", this::schedule));
        findings.add(keys());
        return findings;
    }

    static Finding java(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? Finding.ok("java", "Java " + version + ".")
                : Finding.fail("java", "Java " + version + " is too old: install " + OLDEST_JAVA + " or newer.");
    }

    private List<Finding> values() {
        List<Finding> wrong = new ArrayList<>();
        for (String key : settings.keys()) {
            try {
                SettingKinds.require(settings, key);
            } catch (Refusal refusal) {
                wrong.add(Finding.fail("settings", refusal.detail() + "; change or unset it."));
            }
        }
        return wrong.isEmpty()
                ? List.of(Finding.ok("settings", "All " + settings.keys().size() + " can be used."))
                : wrong;
    }

    private Finding door() {
        return Finding.of("access", () -> {
            boolean token = Doors.httpOptions(settings).accessToken() != null;
            return Finding.ok(
                    "access",
                    "Listens on " + settings.text("qtos.bind").orElse("127.0.0.1")
                            + (token ? ", asks for the token." : ", asks for no token."));
        });
    }

    private Finding schedule() {
        return Finding.ok(
                "schedule",
                Doors.schedule(settings)
                        .map(schedule -> "Decides " + schedule.description() + ".")
                        .orElse("Nothing is scheduled."));
    }

    private Finding keys() {
        List<String> said = new ArrayList<>();
        for (String key : KEYS) {
            said.add(Settings.environmentVariable(key) + (settings.text(key).isPresent() ? " is set" : " is not set"));
        }
        return Finding.ok("keys", String.join(", ", said) + ".");
    }
}
