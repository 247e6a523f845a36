package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;
import static dev.mltest.relation.Transformations.flip;
import static dev.mltest.relation.Transformations.permutation;
import static dev.mltest.relation.Transformations.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mltest.model.Batch;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Relation;
import dev.mltest.testing.ReferenceModel;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that a failure prints runs the failing case again, and nothing else. */
class OnlyCaseTests {

    private static final Pattern REPRODUCE =
            Pattern.compile("reproduce +mvn test -Dtest=\\S+ -D(\\S+)=(\\d+) -D(\\S+)=(\\d+)");
    private static final Pattern CASES =
            Pattern.compile("(\\d+) of (\\d+) cases break the relation");

    @Test
    void the_line_printed_shows_the_same_case_alone() {
        String all = Jupiter.thrown(Jupiter.run(PermutedTestCase.class)).getMessage();
        Matcher line = found(REPRODUCE, all);
        String again = Jupiter.thrown(Jupiter.run(
                        PermutedTestCase.class,
                        Map.of(line.group(1), line.group(2), line.group(3), line.group(4))))
                .getMessage();

        assertThat(line.group(3)).isEqualTo("mltest.case");
        assertThat(found(CASES, all).group(2)).isEqualTo("32");
        assertThat(found(CASES, again).group(0)).isEqualTo("1 of 1 cases break the relation");
        assertThat(worst(again)).isEqualTo(worst(all));
        assertThat(smallest(again)).isEqualTo(smallest(all));
        assertThat(found(REPRODUCE, again).group()).isEqualTo(line.group());
    }

    @Test
    void among_several_relations_the_number_names_one_case() {
        Throwable thrown =
                Jupiter.thrown(Jupiter.run(DeclaredTestCase.class, Map.of("mltest.case", "1003")));

        assertThat(thrown)
                .hasMessageContaining("1 of 1 cases break the relation")
                .hasMessageContaining("case 1003: example 3, cyclic shift");
    }

    @Test
    void outside_a_test_run_the_line_is_a_call() {
        ModelUnderTest model = ReferenceModel.regressor().build();
        String failure = catchThrowable(() -> assertThat(model).isInvariantUnder(flip(1)))
                .getMessage();
        Matcher line =
                found(Pattern.compile("\\.withSeed\\((\\d+)\\)\\.onlyCase\\((\\d+)\\)"), failure);

        assertThatThrownBy(() -> assertThat(model)
                        .withSeed(Long.parseLong(line.group(1)))
                        .onlyCase(Integer.parseInt(line.group(2)))
                        .isInvariantUnder(flip(1)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("1 of 1 cases")
                .satisfies(
                        again -> assertThat(worst(again.getMessage())).isEqualTo(worst(failure)));
    }

    @Test
    void a_number_that_no_case_has_is_not_applicable() {
        ModelUnderTest model = ReferenceModel.regressor().build();

        assertThatThrownBy(() -> assertThat(model).onlyCase(999).isInvariantUnder(flip(1)))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("there is none of that number");
    }

    @Test
    void inputs_given_on_the_spot_are_examined_in_place_of_the_data() {
        assertThat(Jupiter.thrown(Jupiter.run(GivenInputsTestCase.class)))
                .hasMessageContaining("1 of 1 cases break the relation (seed 42)")
                .hasMessageContaining("case 0: example 0 of the batch given, a flip of axis 1")
                .hasMessageContaining("-Dmltest.seed=42 -Dmltest.case=0");
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher;
    }

    /** The first row and what it measured. */
    private static String worst(String text) {
        return found(Pattern.compile("case \\d+: .*?allowed <= \\S+", Pattern.DOTALL), text)
                .group()
                .replaceAll(" +", " ");
    }

    private static List<String> smallest(String text) {
        return Pattern.compile("smallest counterexample: [^-]+tries", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(result -> result.group())
                .toList();
    }

    static class PermutedTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.regressor().build();
        }

        @MLTest
        void has_no_order(ModelUnderTest model) {
            assertThat(model).isInvariantUnder(permutation(1));
        }
    }

    static class GivenInputsTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.regressor().build();
        }

        @MLTest
        void is_a_mirror_image(ModelUnderTest model, Batch batch) {
            assertThat(model).over(batch.firstRows(1)).isInvariantUnder(flip(1));
        }
    }

    static class DeclaredTestCase implements ModelTests {

        @Override
        public ModelUnderTest model() {
            return ReferenceModel.regressor()
                    .builder()
                    .declare(Relation.invariantUnder(flip(1)))
                    .declare(Relation.invariantUnder(shift(1, 2)))
                    .build();
        }

        @MLTest
        void keeps_its_relations(ModelUnderTest model) {
            assertThat(model).keepsItsDeclaredRelations();
        }
    }
}
