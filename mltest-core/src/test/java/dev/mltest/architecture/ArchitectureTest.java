package dev.mltest.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mltest");

    /** Package, what of mltest it may use, and the fewest classes that make the rule plausible. */
    @ParameterizedTest
    @CsvSource({
        "model,      '',                                              30",
        "evidence,   model,                                           20",
        "experiment, 'model evidence spi',                            30",
        "check,      'model evidence',                                15",
        "relation,   'model evidence experiment',                     8",
        "library,    'model evidence experiment check relation',      15",
        "diagnosis,  'model evidence experiment check',               12",
        "report,     'model evidence experiment check diagnosis',     8",
        "baseline,   'model evidence check report',                   4",
        "spi,        model,                                           2",
        "comparison, 'model spi',                                     8",
        "preflight,  'model evidence experiment check relation library diagnosis report baseline', 8"
    })
    void a_package_uses_only_what_lies_below_it(String name, String allowed, int fewest) {
        String home = "dev.mltest." + name + "..";
        String[] below = Stream.concat(
                        Stream.of(name), Stream.of(allowed.split(" ")).filter(s -> !s.isEmpty()))
                .map(other -> "dev.mltest." + other + "..")
                .toArray(String[]::new);

        assertThat(MAIN.that(resideInAPackage(home))).hasSizeGreaterThanOrEqualTo(fewest);
        noClasses()
                .that()
                .resideInAPackage(home)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.mltest..").and(not(resideInAnyPackage(below))))
                .check(MAIN);
    }

    @Test
    void every_package_has_its_place_in_the_order() {
        assertThat(MAIN.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.split("\\.")[2])
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(
                        "model",
                        "evidence",
                        "experiment",
                        "check",
                        "relation",
                        "library",
                        "diagnosis",
                        "report",
                        "spi",
                        "comparison",
                        "baseline",
                        "preflight"));
    }

    @Test
    void packages_are_free_of_cycles() {
        assertThat(MAIN).hasSizeGreaterThan(120);
        slices().matching("dev.mltest.(*)..").should().beFreeOfCycles().check(MAIN);
        slices().matching("dev.mltest.library.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void jackson_is_used_by_the_report_alone() {
        assertThat(MAIN.that(resideInAPackage("dev.mltest.report")).stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass()
                                        .getPackageName()
                                        .startsWith("com.fasterxml.jackson"))))
                .hasSizeGreaterThanOrEqualTo(3);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mltest.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(MAIN);
    }

    @Test
    void nothing_but_the_jdk_and_a_few_libraries_is_used() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mltest..",
                        "java..",
                        "org.jspecify.annotations..",
                        "org.apache.commons.statistics..",
                        "com.fasterxml.jackson..")
                .check(MAIN);
    }

    @Test
    void every_package_says_that_nothing_is_null_unless_marked() {
        Set<Package> packages = MAIN.stream()
                .map(JavaClass::reflect)
                .map(Class::getPackage)
                .collect(Collectors.toSet());

        assertThat(packages)
                .hasSizeGreaterThanOrEqualTo(15)
                .allMatch(found -> found.isAnnotationPresent(NullMarked.class));
    }

    @Test
    void what_is_public_is_final_or_meant_to_be_extended() {
        assertThat(MAIN.that(modifier(JavaModifier.PUBLIC))).hasSizeGreaterThan(80);
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(MAIN);
    }

    @Test
    void nobody_prints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging")
                .check(MAIN);
    }
}
