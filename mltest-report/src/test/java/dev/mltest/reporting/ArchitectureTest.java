package dev.mltest.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mltest.reporting");

    @Test
    void packages_are_free_of_cycles() {
        assertThat(MAIN).hasSizeGreaterThan(50);
        slices().matching("(dev.mltest.reporting..)").should().beFreeOfCycles().check(MAIN);
    }

    /** So that a report, or a gate, can be made where no framework and no test runner is. */
    @Test
    void nothing_but_core_and_the_libraries_for_pages_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mltest.junit..",
                        "dev.mltest.djl..",
                        "dev.mltest.dl4j..",
                        "org.junit..",
                        "org.opentest4j..",
                        "org.assertj..",
                        "org.openqa..")
                .check(MAIN);
    }
}
