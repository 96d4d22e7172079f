package io.quanttradingos.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How long it takes to refuse a token tells nothing of the right one. */
class TokenComparisonTest {
    private static final JavaClass DOOR =
            new ClassFileImporter().importClasses(HttpDoor.class).get(HttpDoor.class);

    @Test
    void the_token_is_compared_in_constant_time() {
        JavaMethod comparison = DOOR.getMethod("sameText", String.class, String.class);
        assertThat(called(comparison)).contains("java.security.MessageDigest.isEqual");
        assertThat(called(comparison)).doesNotContain("java.lang.String.equals", "java.util.Arrays.equals");

        JavaMethod check = DOOR.getMethod("hasToken", io.vertx.ext.web.RoutingContext.class);
        assertThat(called(check)).contains("io.quanttradingos.camel.HttpDoor.sameText");
    }

    private static Set<String> called(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getName() + "." + call.getName())
                .collect(Collectors.toSet());
    }
}
