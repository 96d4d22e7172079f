package io.quanttradingos.app;

import io.quanttradingos.api.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos doctor}: one line for everything the product needs, with what to do where something is wrong. */
@Command(
        name = "doctor",
        description =
                "Checks settings, machine, folders, routes, policies, inputs, the run store, port and clock; changes nothing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "The port to check.")
    @Nullable Integer port;

    @Option(names = "--json", description = "Prints the checks as JSON.")
    boolean json;

    @Override
    public Integer call() {
        Map<String, String> overrides = new HashMap<>();
        CommonOptions.put(overrides, "qtos.port", port);
        List<Finding> findings = new ArrayList<>();
        Finding readable = Finding.of("settings", () -> {
            findings.addAll(findings(common.settings(overrides)));
            return Finding.ok("settings", "They were read.");
        });
        if (readable.status() == Finding.Status.FAIL) {
            findings.add(readable);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.bytes(Map.of("checks", findings)), StandardCharsets.UTF_8));
        } else {
            findings.forEach(finding -> out.println(line(finding)));
        }
        return findings.stream().mapToInt(Finding::exitCode).max().orElse(0);
    }

    private static List<Finding> findings(Settings settings) {
        List<Finding> findings = new ArrayList<>(new SettingsCheckup(settings).findings());
        findings.addAll(MachineCheckup.findings(settings));
        findings.addAll(new FoldersCheckup(settings).findings());
        findings.addAll(new RoutesCheckup(settings).findings());
        findings.add(PortCheckup.finding(settings));
        findings.addAll(new ContentsCheckup(settings).findings());
        return findings;
    }

    private static String line(Finding finding) {
        String status = finding.status() == Finding.Status.FAIL
                ? "FAIL"
                : finding.status().name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%-4s  %-12s  %s", status, finding.check(), finding.detail());
    }
}
