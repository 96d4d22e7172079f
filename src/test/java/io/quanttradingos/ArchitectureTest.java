package io.quanttradingos;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom. ArchUnit fails a rule that looked at nothing, so that a renamed package does not pass in silence. */
@Tag("one-java")
class ArchitectureTest {
    private static final String ROOT = "io.quanttradingos";
    private static final List<String> AGENTS =
            List.of("regime", "portfolio", "discipline", "allocation", "guardian", "journal", "sentiment", "insider");
    private static final String[] DOMAIN = packages(
            "units",
            "failure",
            "table",
            "statistics",
            "marketdata",
            "regime",
            "portfolio",
            "discipline",
            "allocation",
            "guardian",
            "journal",
            "sentiment",
            "insider",
            "imports",
            "backtest.engine",
            "backtest.strategy",
            "backtest.indicator",
            "backtest.weights",
            "backtest.performance",
            "backtest.seed",
            "backtest.gate");

    private static JavaClasses product;

    @BeforeAll
    static void read_the_classes() {
        product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        assertThat(product.size()).isGreaterThan(200);
    }

    private static String[] packages(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = ROOT + "." + names[i] + "..";
        }
        return packages;
    }

    @Test
    void dependencies_go_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("app")
                .definedBy(packages("app"))
                .layer("telemetry")
                .definedBy(packages("telemetry"))
                .layer("camel")
                .definedBy(packages("camel"))
                .layer("api")
                .definedBy(packages("api"))
                .layer("briefing")
                .definedBy(packages("briefing"))
                .layer("feeds")
                .definedBy(packages("feeds"))
                .layer("language")
                .definedBy(packages("language"))
                .layer("backtest")
                .definedBy(packages("backtest"))
                .layer("pipeline")
                .definedBy(packages("pipeline"))
                .layer("inputs")
                .definedBy(packages("inputs"))
                .layer("state")
                .definedBy(packages("state"))
                .layer("workspace")
                .definedBy(packages("workspace"))
                .layer("routes")
                .definedBy(packages("routes"))
                .layer("schedule")
                .definedBy(packages("schedule"))
                .layer("agents")
                .definedBy(packages(AGENTS.toArray(String[]::new)))
                .layer("imports")
                .definedBy(packages("imports"))
                .layer("policy")
                .definedBy(packages("policy"))
                .layer("upstream")
                .definedBy(packages("upstream"))
                .layer("marketdata")
                .definedBy(packages("marketdata"))
                .layer("table")
                .definedBy(packages("table"))
                .layer("statistics")
                .definedBy(packages("statistics"))
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("telemetry")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("camel")
                .mayOnlyBeAccessedByLayers("app", "telemetry")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("app", "camel")
                .whereLayer("briefing")
                .mayOnlyBeAccessedByLayers("app", "camel", "api")
                .whereLayer("feeds")
                .mayOnlyBeAccessedByLayers("app", "camel", "api", "briefing")
                .whereLayer("language")
                .mayOnlyBeAccessedByLayers("app", "camel", "api", "briefing")
                .whereLayer("backtest")
                .mayOnlyBeAccessedByLayers("app", "camel", "api", "briefing", "feeds")
                .whereLayer("pipeline")
                .mayOnlyBeAccessedByLayers("app", "telemetry", "camel", "api", "briefing", "feeds", "backtest")
                .whereLayer("inputs")
                .mayOnlyBeAccessedByLayers("app", "camel", "api", "briefing", "feeds", "backtest", "pipeline")
                .whereLayer("state")
                .mayOnlyBeAccessedByLayers(
                        "app",
                        "telemetry",
                        "camel",
                        "api",
                        "briefing",
                        "feeds",
                        "backtest",
                        "pipeline",
                        "inputs",
                        "workspace")
                .whereLayer("workspace")
                .mayOnlyBeAccessedByLayers("app", "camel")
                .whereLayer("routes")
                .mayOnlyBeAccessedByLayers("app", "camel")
                .whereLayer("schedule")
                .mayOnlyBeAccessedByLayers("app", "camel")
                .whereLayer("agents")
                .mayOnlyBeAccessedByLayers(
                        "app", "camel", "api", "briefing", "feeds", "backtest", "pipeline", "inputs", "upstream")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("app", "api", "briefing", "pipeline", "imports")
                .whereLayer("imports")
                .mayOnlyBeAccessedByLayers("app", "camel", "api", "briefing", "inputs")
                .whereLayer("upstream")
                .mayOnlyBeAccessedByLayers("app", "telemetry", "camel", "api", "briefing", "feeds", "language")
                .check(product);
    }

    @Test
    void no_packages_form_a_cycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(product);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"regime", "portfolio", "discipline", "allocation", "guardian", "journal", "sentiment", "insider"
            })
    void an_agent_knows_no_other(String agent) {
        String[] others =
                packages(AGENTS.stream().filter(other -> !other.equals(agent)).toArray(String[]::new));

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + agent + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(product);
    }

    @Test
    void only_the_doors_and_the_start_know_camel_and_its_server() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("app", "camel"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "io.vertx..", "io.netty..", "org.apache.hc..")
                .check(product);
        classes()
                .that()
                .resideInAPackage(ROOT + ".camel..")
                .should()
                .onlyBeAccessed()
                .byClassesThat(resideInAnyPackage(packages("app", "camel", "telemetry")))
                .check(product);
    }

    @Test
    void the_domain_knows_no_json_file_database_log_or_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "com.fasterxml..",
                                "org.apache.camel..",
                                "java.nio.file..",
                                "java.sql..",
                                "org.slf4j..",
                                "java.net..",
                                "java.util.concurrent..")
                        .or(JavaClass.Predicates.type(java.io.File.class))
                        .or(JavaClass.Predicates.type(java.time.Clock.class))
                        .or(JavaClass.Predicates.type(java.time.InstantSource.class)))
                .check(product);
    }

    @Test
    void only_the_start_reads_the_environment_and_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("app"))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .check(product);
    }

    @Test
    void nothing_prints_past_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("app", "sample"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(product);
    }

    @Test
    void no_class_is_named_for_what_it_is_not() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)(\\$.*)?")
                .check(product);
    }

    @Test
    void every_package_says_what_it_is_and_is_checked_for_nulls() {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : product) {
            JavaPackage home = type.getPackage();
            assertThat(home.isAnnotatedWith(NullMarked.class))
                    .as(home.getName())
                    .isTrue();
            packages.add(home.getName());
        }
        assertThat(packages).hasSizeGreaterThan(15);
    }
}
