package dev.mltest.junit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of a model: run once for each of its seeds, with the model, its data and its laboratory as
 * parameters.
 *
 * <pre>{@code
 * class DigitsTest implements ModelTests {
 *
 *     @Override
 *     public ModelUnderTest model() { ... }
 *
 *     @MLTest(seeds = 5)
 *     void ignores_padding(ModelUnderTest model) {
 *         assertThat(model).isInvariantUnder(padding(2));
 *     }
 * }
 * }</pre>
 *
 * <p>An invocation is displayed as {@code ignores_padding [seed 42]}: the test's own display name
 * without its parameter list, then the seed. Most reports show an invocation without the test it
 * belongs to, so that the name says both.
 *
 * <p><b>Parameters</b> of the test method and of {@code @BeforeEach} and {@code @AfterEach} methods
 * may be of these types; all others are left to other extensions.
 *
 * <ul>
 *   <li>{@link dev.mltest.model.ModelUnderTest}: what {@link ModelTests#model()} returned. It is
 *       asked once for each test class.
 *   <li>{@link dev.mltest.model.Predictor}, {@link dev.mltest.model.Differentiable},
 *       {@link dev.mltest.model.Trainable}: a model made for this invocation from its seed and on
 *       its device, closed after it. On a model of a lower rung the test is aborted.
 *   <li>{@link dev.mltest.model.Batch}: the first batch of the training data under the seed.
 *   <li>{@link dev.mltest.experiment.Laboratory}: the one that all tests of the class share.
 *   <li>{@code long} annotated {@link Seed @Seed}: the seed.
 * </ul>
 *
 * <p><b>Configuration.</b> Each attribute left at its default, and a few things more, can be set by
 * a JUnit configuration parameter or by a system property of the same name; the system property
 * wins.
 *
 * <ul>
 *   <li>{@code mltest.seed}: the first seed. As a system property it beats even the attribute, and
 *       unless {@code -Dmltest.seeds} stands beside it, that one seed is all that is run: this is
 *       how a failure is reproduced.
 *   <li>{@code mltest.seeds}: how many seeds.
 *   <li>{@code mltest.case}: the only case of a relation to be looked at, by the number that a
 *       failure gives it.
 *   <li>{@code mltest.device}: {@code cpu}, {@code gpu} or {@code gpu:1}.
 *   <li>{@code mltest.device.required}: {@code true} makes a device that is not there an error; by
 *       default the test is aborted.
 *   <li>{@code mltest.budget}: the most time that the checks of one invocation may take.
 *   <li>{@code mltest.evidence}: a directory; what was seen of each class's model is written there
 *       as JSON once the class is done.
 *   <li>{@code mltest.baseline}: a file of violations that are known; they abort a test instead of
 *       failing it, until a day that the file names.
 *   <li>{@code mltest.shard}: {@code 2/3} runs the second of three parts that the classes are split
 *       into, and skips the others.
 *   <li>{@code mltest.fail-on}: {@code never} aborts a test whose claim is violated instead of
 *       failing it, so that whoever reads the recorded verdicts decides.
 *   <li>{@code mltest.table}: {@code true} prints the verdicts of each class once it is done.
 * </ul>
 *
 * <p>May be used as a meta-annotation. Tagged {@code mltest}; add {@code @Tag}s of your own at
 * will.
 */
@Target({ElementType.ANNOTATION_TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith({MLTestExtension.class, ShardExtension.class})
@Tag("mltest")
public @interface MLTest {

    /**
     * How many invocations, each under the seed after the one before; 1 or more. By default what
     * {@code mltest.seeds} says, or 1.
     */
    int seeds() default 0;

    /**
     * The seed of the first invocation; 0 or more. By default what {@code mltest.seed} says, or 42.
     */
    long seed() default -1;

    /**
     * Where to compute: {@code cpu}, {@code gpu} or {@code gpu:1}. By default what
     * {@code mltest.device} says, or {@code cpu}.
     */
    String device() default "";

    /**
     * The most time that the checks of one invocation may take, for example {@code 30s}, {@code 5m}
     * or {@code PT1M30S}. No experiment is started after that; checks that then lack evidence abort
     * the test. By default what {@code mltest.budget} says, or no limit.
     */
    String budget() default "";
}
