package dev.mltest.corpus.arm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.RunRecorder;

import org.junit.jupiter.api.Test;

class ArmArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mltest.corpus");

    @Test
    void arms_see_evidence_and_declarations_only() {
        assertThat(MAIN.that(resideInAPackage("..arm"))).hasSizeGreaterThan(20);
        noClasses()
                .that()
                .resideInAPackage("..arm")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.mltest.corpus..")
                        .and(not(resideInAnyPackage("..corpus.arm", "..corpus.record")))
                        .and(not(belongToAnyOf(Layer.class))))
                .check(MAIN);
    }

    @Test
    void arms_record_nothing_themselves() {
        noClasses()
                .that()
                .resideInAPackage("..arm")
                .should()
                .dependOnClassesThat(belongToAnyOf(RunRecorder.class))
                .check(MAIN);
    }

    @Test
    void no_arm_touches_an_engine() {
        noClasses()
                .that()
                .resideInAPackage("..arm")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "org.deeplearning4j..", "org.nd4j..")
                .check(MAIN);
    }
}
