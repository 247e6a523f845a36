package dev.mltest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Recorded;
import dev.mltest.evidence.Subject;
import dev.mltest.model.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class EvidenceRoundTripTest {

    static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            0.1,
            -1.0 / 3,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Math.nextUp(1.0),
            9007199254740993.0,
            (double) Float.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    @TempDir
    Path directory;

    static Stream<Class<?>> kinds() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.mltest.evidence")
                        .stream()
                        .filter(type -> type.isAssignableTo(Evidence.class) && !type.isInterface())
                        .map(JavaClass::reflect);
    }

    @Test
    void every_kind_of_evidence_is_a_record_and_is_looked_at() {
        assertThat(kinds()).hasSizeGreaterThanOrEqualTo(12).allMatch(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E extends Evidence> void comes_back_bit_for_bit(Class<E> kind) {
        for (int salt = 0; salt < NUMBERS.size(); salt++) {
            E written = SampleRecords.of(kind, NUMBERS, salt);

            assertThat(thereAndBack(kind, written)).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <E extends Evidence> void comes_back_with_empty_lists(Class<E> kind) {
        E written = SampleRecords.withEmptyLists(kind);

        assertThat(thereAndBack(kind, written)).isEqualTo(written);
    }

    @ParameterizedTest
    @FieldSource("NUMBERS")
    void seconds_come_back_bit_for_bit(double seconds) {
        Path file = directory.resolve("seconds.json");
        Price spent = new Price(Long.MAX_VALUE, 0, -1, Integer.MAX_VALUE);
        Any question = new Any();
        Answer<Nothing> answer = new Answer.Seen<>(new Nothing(List.of()), spent, seconds);

        EvidenceFile.write(file, subject(), List.of(new Recorded("any", -5, answer)));

        assertThat(EvidenceFile.read(file).ask(question, -5)).isEqualTo(answer);
    }

    private <E extends Evidence> E thereAndBack(Class<E> kind, E evidence) {
        Path file = directory.resolve("evidence.json");
        Answer<E> answer = new Answer.Seen<>(evidence, Price.FREE, 0);
        EvidenceFile.write(file, subject(), List.of(new Recorded("kind", 1, answer)));
        Answer<E> read = EvidenceFile.read(file).ask(new Kind<>(kind), 1);
        return ((Answer.Seen<E>) read).evidence();
    }

    private static Subject subject() {
        return new Subject("model", Task.regression(), "somewhere");
    }

    private record Kind<E extends Evidence>(Class<E> evidenceType) implements Question<E> {
        @Override
        public String id() {
            return "kind";
        }
    }

    record Nothing(List<String> texts) implements Evidence {}

    private record Any() implements Question<Nothing> {
        @Override
        public String id() {
            return "any";
        }

        @Override
        public Class<Nothing> evidenceType() {
            return Nothing.class;
        }
    }
}
