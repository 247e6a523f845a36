package dev.mltest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mltest.check.Check;
import dev.mltest.library.DefaultChecks;
import dev.mltest.library.gradient.GradientsMatchTheCurvature;
import dev.mltest.library.relations.RelationHolds;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A check is finished when it is tested, documented and within reach. */
class CompletenessTest {

    private static final Path PAGES = Path.of("../docs/checks");

    /** Checks that the default suite leaves out, and why. */
    private static final Map<Class<? extends Check>, String> LEFT_OUT = Map.of(
            RelationHolds.class, "needs a relation, which only the user can state",
            GradientsMatchTheCurvature.class, "asks for second derivatives, which few use");

    static Stream<Class<? extends Check>> checks() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.mltest.library")
                        .stream()
                        .filter(type -> type.isAssignableTo(Check.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect)
                        .map(type -> type.asSubclass(Check.class));
    }

    @Test
    void all_checks_are_looked_at() {
        assertThat(checks()).hasSizeGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void has_a_test_class_with_several_tests(Class<? extends Check> check) throws Exception {
        Class<?> test = Class.forName(check.getName() + "Test");

        assertThat(test.getDeclaredMethods())
                .filteredOn(CompletenessTest::isTest)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void has_a_failure_text_that_was_approved(Class<? extends Check> check) throws IOException {
        String prefix = made(check).id() + ".";

        try (Stream<Path> texts = Files.list(Path.of("src/test/resources/approved"))) {
            assertThat(texts.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith(prefix));
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void has_a_page(Class<? extends Check> check) {
        assertThat(PAGES.resolve(made(check).id() + ".md")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void is_in_the_default_suite_unless_there_is_a_reason(Class<? extends Check> check) {
        boolean isInSuite = DefaultChecks.suite().checks().stream().anyMatch(check::isInstance);

        assertThat(isInSuite).isNotEqualTo(LEFT_OUT.containsKey(check));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void is_made_by_a_method_of_its_name(Class<? extends Check> check) {
        String name = check.getSimpleName();
        String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);

        assertThat(DefaultChecks.class.getDeclaredMethods())
                .extracting(Method::getName)
                .contains(method);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void has_its_class_name_in_kebab_case_as_its_id(Class<? extends Check> check) {
        String kebab =
                check.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);

        assertThat(made(check).id()).isEqualTo(kebab);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void reads_as_a_sentence(Class<? extends Check> check) {
        assertThat(made(check).claim()).startsWith("should ").doesNotEndWith(".");
        assertThat(made(check).because()).isNotBlank().doesNotEndWith(".");
        assertThat(made(check).needs()).isNotEmpty();
        assertThat(made(check).seeds()).isPositive();
    }

    @Test
    void no_page_is_left_over() throws IOException {
        List<String> ids = checks().map(check -> made(check).id() + ".md").toList();

        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("README.md") && !name.equals("index.md")))
                    .isSubsetOf(ids);
        }
    }

    @Test
    void the_chance_of_a_false_alarm_in_the_whole_suite_is_small() {
        assertThat(DefaultChecks.suite().falseAlarmRate())
                .isLessThanOrEqualTo(DefaultChecks.FALSE_ALARM_RATE * (1 + 1e-9));
    }

    private static Check made(Class<? extends Check> check) {
        if (check == RelationHolds.class) {
            return new RelationHolds(Relation.invariantUnder(Transformations.flip(-1)));
        }
        try {
            return check.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("no default constructor: " + check, impossible);
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class);
    }
}
