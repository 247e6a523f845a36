package dev.mltest.corpus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mltest.corpus.Corpus;
import dev.mltest.corpus.program.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.mltest.corpus");

    /** Package, what of the corpus it may use, and the fewest classes that make it plausible. */
    @ParameterizedTest
    @CsvSource({
        "program, '',                                                10",
        "djl,     program,                                           4",
        "dl4j,    program,                                           4",
        "oracle,  program,                                           4",
        "record,  program,                                           2",
        "arm,     'record program',                                  20",
        "result,  'arm program record',                              4",
        "score,   'result arm program record corpus',                8",
        "exam,    'result arm program record corpus',                2",
        "pass,    'exam score result arm program record corpus',     8"
    })
    void a_package_uses_only_what_lies_below_it(String name, String allowed, int fewest) {
        String home = "dev.mltest.corpus." + name;
        String[] below = Stream.concat(Stream.of(name), Stream.of(allowed.split(" ")))
                .filter(other -> !other.isEmpty())
                .map(other ->
                        other.equals("corpus") ? "dev.mltest.corpus" : "dev.mltest.corpus." + other)
                .toArray(String[]::new);

        assertThat(MAIN.that(resideInAPackage(home))).hasSizeGreaterThanOrEqualTo(fewest);
        noClasses()
                .that()
                .resideInAPackage(home)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.mltest.corpus..").and(not(resideInAnyPackage(below))))
                .check(MAIN);
    }

    @Test
    void neither_oracles_nor_carriers_use_mltest_to_judge() {
        String[] homes = Stream.concat(
                        Stream.of("dev.mltest.corpus.oracle"), Corpus.carrierPackages().stream())
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAnyPackage(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.mltest.check..",
                        "dev.mltest.library..",
                        "dev.mltest.experiment..",
                        "dev.mltest.evidence..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage(homes)
                .should()
                .callMethod(Run.class, "view")
                .check(MAIN);
    }
}
