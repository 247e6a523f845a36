package dev.mltest.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(MLTest.class)
            .that(DescribedPredicate.describe(
                    "of this module", type -> type.getPackageName().equals("dev.mltest.junit")));

    @Test
    void what_users_see_is_this_and_no_more() {
        assertThat(MAIN)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "MLTest",
                        "Seed",
                        "ModelTests",
                        "SanityChecks",
                        "MltestAssertions",
                        "ModelAssert",
                        "CheckReportAssert",
                        "TensorAssert",
                        "TensorsAssert",
                        "ModelSoftAssertions");
    }

    @Test
    void extensions_are_named_so_and_nothing_else_is() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Extension")
                .should()
                .beAssignableTo(Extension.class)
                .andShould()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void adapters_and_internals_of_junit_are_not_used() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mltest.djl..",
                        "dev.mltest.dl4j..",
                        "dev.mltest.spi..",
                        "org.junit.platform.commons.util..",
                        "org.junit.jupiter.engine..",
                        "org.assertj.core.internal..",
                        "net.jqwik..")
                .check(MAIN);
    }

    @Test
    void jqwik_is_met_in_its_own_package_alone() {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.mltest");

        assertThat(all.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass()
                                        .getPackageName()
                                        .startsWith("net.jqwik"))))
                .hasSizeGreaterThanOrEqualTo(3);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.mltest.junit.jqwik..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.jqwik..", "dev.mltest.junit.jqwik..")
                .check(all);
    }
}
