package dev.mltest.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mltest.cli");

    @Test
    void what_users_see_is_the_main_class_alone() {
        assertThat(MAIN)
                .hasSizeGreaterThan(6)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactly("Mltest");
    }

    @Test
    void no_test_runner_and_no_adapter_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mltest.junit..",
                        "dev.mltest.djl..",
                        "dev.mltest.dl4j..",
                        "org.junit..",
                        "org.opentest4j..",
                        "org.assertj..")
                .check(MAIN);
    }
}
