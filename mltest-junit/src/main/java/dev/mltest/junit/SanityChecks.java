package dev.mltest.junit;

import static dev.mltest.junit.MltestAssertions.assertThat;

import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ModelUnderTest;

/**
 * Every default check as a test of its own. Implement it, say which model, and run:
 *
 * <pre>{@code
 * class DigitsTest implements SanityChecks {
 *
 *     @Override
 *     public ModelUnderTest model() { ... }
 * }
 * }</pre>
 *
 * <p>A test is named after its check's id. Override it to tune or to disable it; repeat
 * {@code @MLTest}, since JUnit does not look for annotations on the method overridden:
 *
 * <pre>{@code
 * @Override
 * @MLTest
 * @Disabled("batch normalisation is meant to mix them")
 * public void examples_do_not_mix(ModelUnderTest model) {}
 *
 * @Override
 * @MLTest(seeds = 5)
 * public void gradients_reach_every_parameter(ModelUnderTest model) {
 *     assertThat(model).ignoring("head/aux/**").sendsGradientsToEveryParameter();
 * }
 * }</pre>
 */
public interface SanityChecks extends ModelTests {

    /** There are as many outputs as the targets need. */
    @MLTest
    default void outputs_fit_the_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.outputsFitTheTargets());
    }

    /** Reading the validation data twice gives the same values. */
    @MLTest
    default void validation_data_repeats(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.validationDataRepeats());
    }

    /** The same seed gives the same model and the same first steps. */
    @MLTest
    default void the_seed_decides_the_model(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theSeedDecidesTheModel());
    }

    /** Another seed gives another start. */
    @MLTest
    default void another_seed_starts_elsewhere(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.anotherSeedStartsElsewhere());
    }

    /** Every example of the data gets a number. */
    @MLTest
    default void outputs_are_finite_on_the_data(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.outputsAreFiniteOnTheData());
    }

    /** Initial weights are no larger than their number of inputs bears. */
    @MLTest
    default void initial_weights_suit_their_fan_in(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.initialWeightsSuitTheirFanIn());
    }

    /** Units of a layer differ, or the first gradients make them differ. */
    @MLTest
    default void units_of_a_layer_differ(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.unitsOfALayerDiffer());
    }

    /** Softmax or sigmoid is applied by the model or by its loss, not by both or neither. */
    @MLTest
    default void softmax_is_applied_once(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.softmaxIsAppliedOnce());
    }

    /** Outputs that point at the targets cost less than outputs that favour nothing. */
    @MLTest
    default void loss_prefers_the_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossPrefersTheTargets());
    }

    /** The loss compares the outputs of each example with its own target. */
    @MLTest
    default void loss_pairs_outputs_with_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossPairsOutputsWithTargets());
    }

    /** The loss cannot fall for ever. */
    @MLTest
    default void loss_has_a_lower_bound(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossHasALowerBound());
    }

    /** The outputs can take the values that the targets ask for. */
    @MLTest
    default void outputs_reach_the_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.outputsReachTheTargets());
    }

    /** Between several classes, more than one number decides. */
    @MLTest
    default void more_than_one_number_decides(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.moreThanOneNumberDecides());
    }

    /** The bias of the last layer makes the start no worse. */
    @MLTest
    default void the_output_bias_suits_the_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theOutputBiasSuitsTheTargets());
    }

    /** An untrained model's loss is what guessing costs. */
    @MLTest
    default void loss_starts_at_theory(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossStartsAtTheory());
    }

    /** The same inputs give the same outputs. */
    @MLTest
    default void predictions_repeat(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.predictionsRepeat());
    }

    /** An example's output does not depend on the other examples of its batch. */
    @MLTest
    default void examples_do_not_mix(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.examplesDoNotMix());
    }

    /** An example is predicted alike in a batch of any size and order. */
    @MLTest
    default void batch_size_and_order_do_not_matter(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.batchSizeAndOrderDoNotMatter());
    }

    /** Predicting leaves parameters, statistics and later predictions alone. */
    @MLTest
    default void predicting_moves_nothing(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.predictingMovesNothing());
    }

    /** Nothing but inputs and registered parameters decides the outputs. */
    @MLTest
    default void parameters_determine_the_outputs(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.parametersDetermineTheOutputs());
    }

    /** Running statistics follow what their layers see. */
    @MLTest
    default void statistics_follow_the_data(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.statisticsFollowTheData());
    }

    /** Noise in training leaves the size of what a layer passes on. */
    @MLTest
    default void training_noise_keeps_the_scale(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.trainingNoiseKeepsTheScale());
    }

    /** Noise in training leaves examples distinguishable. */
    @MLTest
    default void training_noise_leaves_the_signal(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.trainingNoiseLeavesTheSignal());
    }

    /** Noise that was declared is drawn in training. */
    @MLTest
    default void training_draws_its_noise(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.trainingDrawsItsNoise());
    }

    /** The loss of a batch is the mean of the losses of its examples. */
    @MLTest
    default void loss_is_the_mean_of_its_examples(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossIsTheMeanOfItsExamples());
    }

    /** The loss of a batch is the same in whatever order its examples come. */
    @MLTest
    default void loss_ignores_the_order_of_examples(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.lossIgnoresTheOrderOfExamples());
    }

    /** Every input makes a difference to the outputs. */
    @MLTest
    default void outputs_depend_on_every_input(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.outputsDependOnEveryInput());
    }

    /** No position of an input is skipped between two that are read. */
    @MLTest
    default void inputs_are_read_without_gaps(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.inputsAreReadWithoutGaps());
    }

    /** No gradient of the first steps is NaN or infinite. */
    @MLTest
    default void gradients_stay_finite(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.gradientsStayFinite());
    }

    /** The loss sends a gradient to every trainable parameter. */
    @MLTest
    default void gradients_reach_every_parameter(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.gradientsReachEveryParameter());
    }

    /** Gradients say how the loss changes along random directions. */
    @MLTest
    default void gradients_match_the_slopes(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.gradientsMatchTheSlopes());
    }

    /** No two layers of one shape start as copies of each other. */
    @MLTest
    default void layers_start_different(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.layersStartDifferent());
    }

    /** Gradients neither vanish nor explode over depth. */
    @MLTest
    default void gradients_keep_their_size(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.gradientsKeepTheirSize());
    }

    /** All layers together are more than one affine map. */
    @MLTest
    default void layers_do_more_than_one(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.layersDoMoreThanOne());
    }

    /** Examples do not fall together on their way through the layers. */
    @MLTest
    default void examples_stay_apart(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.examplesStayApart());
    }

    /** No layer is mostly dead or saturated. */
    @MLTest
    default void units_stay_alive(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.unitsStayAlive());
    }

    /** Training moves every parameter that is meant to be trained. */
    @MLTest
    default void training_changes_every_parameter(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.trainingChangesEveryParameter());
    }

    /** Training moves no parameter that is meant to be frozen. */
    @MLTest
    default void frozen_parameters_stay_fixed(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.frozenParametersStayFixed());
    }

    /** Weight decay reaches what it was declared for, and nothing that it should spare. */
    @MLTest
    default void decay_goes_where_declared(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.decayGoesWhereDeclared());
    }

    /** Gradients are clipped at the declared limit, and not before. */
    @MLTest
    default void clipping_holds_as_declared(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.clippingHoldsAsDeclared());
    }

    /** Optimiser steps are as long as the declared learning rates say. */
    @MLTest
    default void rates_follow_the_schedule(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.ratesFollowTheSchedule());
    }

    /** An optimizer step lowers the loss of the batch it was taken on. */
    @MLTest
    default void a_step_lowers_the_loss(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.aStepLowersTheLoss());
    }

    /** Updates do not grow by themselves while the gradient stays the same. */
    @MLTest
    default void updates_follow_the_gradient(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.updatesFollowTheGradient());
    }

    /** Steps are long enough to learn something. */
    @MLTest
    default void steps_are_long_enough(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.stepsAreLongEnough());
    }

    /** A penalty on the weights does not outweigh the data. */
    @MLTest
    default void data_outweighs_the_penalty(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.dataOutweighsThePenalty());
    }

    /** After some training the model does better than constant outputs. */
    @MLTest
    default void training_beats_constant_outputs(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.trainingBeatsConstantOutputs());
    }

    /** A network without any bias does without one. */
    @MLTest
    default void offsets_can_be_learnt(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.offsetsCanBeLearnt());
    }

    /** Trained on one batch alone, the model learns it by heart. */
    @MLTest
    default void one_batch_is_overfitted(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.oneBatchIsOverfitted());
    }

    /** The model cannot learn a batch by heart whose inputs are taken away. */
    @MLTest
    default void overfitting_needs_the_inputs(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.overfittingNeedsTheInputs());
    }

    /** The declared metric prefers the targets to anything else. */
    @MLTest
    default void the_metric_prefers_the_targets(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theMetricPrefersTheTargets());
    }

    /** The declared loop's validation leaves the model as it is. */
    @MLTest
    default void validation_moves_nothing(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.validationMovesNothing());
    }

    /** The declared loop predicts in inference mode. */
    @MLTest
    default void the_loop_predicts_in_inference_mode(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theLoopPredictsInInferenceMode());
    }

    /** The declared loop trains the model that it shows. */
    @MLTest
    default void the_loop_trains_this_model(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theLoopTrainsThisModel());
    }

    /** A step of the declared loop does what loss and optimizer say. */
    @MLTest
    default void the_loop_steps_as_declared(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theLoopStepsAsDeclared());
    }

    /** The declared loop, run twice from one seed, ends with the same weights. */
    @MLTest
    default void the_loop_repeats_under_its_seed(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theLoopRepeatsUnderItsSeed());
    }

    /** A new JVM gives the same model and the same first steps. */
    @MLTest
    default void a_new_jvm_gives_the_same_model(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.aNewJvmGivesTheSameModel());
    }

    /** Another number of threads gives the same numbers, up to round-off. */
    @MLTest
    default void another_thread_count_gives_the_same_numbers(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.anotherThreadCountGivesTheSameNumbers());
    }

    /** The declared service predicts for several threads at once as for one. */
    @MLTest
    default void concurrent_predictions_agree(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.concurrentPredictionsAgree());
    }

    /** What stands in the declared padding of an input, and how much, moves no output. */
    @MLTest
    default void padding_is_ignored(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.paddingIsIgnored());
    }

    /** Padded positions of targets do not move the loss. */
    @MLTest
    default void padding_does_not_count_in_the_loss(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.paddingDoesNotCountInTheLoss());
    }

    /** What is said at a position of a causal model depends on no later one. */
    @MLTest
    default void later_positions_do_not_leak(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.laterPositionsDoNotLeak());
    }

    /** An output reacts to no more positions in a row than declared. */
    @MLTest
    default void outputs_see_no_further_than_declared(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.outputsSeeNoFurtherThanDeclared());
    }

    /** Every symmetry that was declared holds. */
    @MLTest
    default void declared_relations_hold(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.declaredRelationsHold());
    }

    /** The loss has the digits of its type over extreme outputs. */
    @MLTest
    default void the_loss_keeps_its_digits(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.theLossKeepsItsDigits());
    }

    /** Outputs, loss and gradients stay finite on extreme inputs. */
    @MLTest
    default void stays_finite_under_stress(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.staysFiniteUnderStress());
    }

    /** The model computes what it computes in double precision, up to round-off. */
    @MLTest
    default void agrees_with_double_precision(ModelUnderTest model) {
        assertThat(model).passes(DefaultChecks.agreesWithDoublePrecision());
    }
}
