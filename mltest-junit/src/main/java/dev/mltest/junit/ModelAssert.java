package dev.mltest.junit;

import dev.mltest.check.Budget;
import dev.mltest.check.Check;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckSuite;
import dev.mltest.check.Outcome;
import dev.mltest.check.SuiteRun;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Inputs;
import dev.mltest.relation.OnlyCase;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformation;
import dev.mltest.relation.Transformations;

import org.assertj.core.api.AbstractAssert;
import org.opentest4j.TestAbortedException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Assertions about a model. A claim that does not hold is an
 * {@link org.opentest4j.AssertionFailedError} with the measured and the allowed values; one that
 * could not be examined is an {@link org.opentest4j.TestAbortedException} with the reason, and what
 * follows it in the chain is not looked at. {@link #ignoring}, {@link #withSeed}, {@link #on} and
 * {@link #within} apply to the assertions that follow them.
 */
public final class ModelAssert extends AbstractAssert<ModelAssert, ModelUnderTest> {

    private final Examiner examiner;
    private final Consequence consequence;
    private final List<String> ignored = new ArrayList<>();

    ModelAssert(ModelUnderTest actual, Consequence consequence) {
        super(actual, ModelAssert.class);
        this.examiner = Examiner.of(actual);
        this.consequence = consequence;
    }

    /** Verifies that a check holds. */
    public ModelAssert passes(Check check) {
        return pronounce(List.of(examine(check)));
    }

    /**
     * Verifies that no check of a suite is violated. All of them are run; those that are not
     * applicable count as such in the reports, and only if not a single one held is the test
     * aborted. A declared part that does not work, such as a step of the training loop that throws,
     * keeps the checks that need it from being judged, and no others; it is reported after them.
     */
    public ModelAssert passes(CheckSuite suite) {
        SuiteRun run = SuiteRun.of(examiner.configured(suite), this::examine);
        if (run.error().isEmpty()) {
            return pronounce(run.reports());
        }
        ConfigurationException error = run.error().get();
        try {
            pronounce(run.reports());
        } catch (AssertionError violated) {
            violated.addSuppressed(error);
            throw violated;
        } catch (TestAbortedException nothingHeld) {
            error.addSuppressed(nothingHeld);
        }
        throw error;
    }

    /** Verifies that training moves every parameter that is meant to be trained. */
    public ModelAssert changesEveryParameterInTraining() {
        return passes(DefaultChecks.trainingChangesEveryParameter());
    }

    /** Verifies that training moves no parameter that is meant to be frozen. */
    public ModelAssert keepsFrozenParametersFixed() {
        return passes(DefaultChecks.frozenParametersStayFixed());
    }

    /** Verifies that the loss sends a gradient to every trainable parameter. */
    public ModelAssert sendsGradientsToEveryParameter() {
        return passes(DefaultChecks.gradientsReachEveryParameter());
    }

    /** Verifies that the units of a layer start different. */
    public ModelAssert startsWithUnitsThatDiffer() {
        return passes(DefaultChecks.unitsOfALayerDiffer());
    }

    /** Verifies that no two layers of one shape draw the same weights. */
    public ModelAssert drawsOtherWeightsForEachLayer() {
        return passes(DefaultChecks.layersStartDifferent());
    }

    /** Verifies that initial weights are no larger than their fan-in allows. */
    public ModelAssert drawsWeightsThatSuitTheirFanIn() {
        return passes(DefaultChecks.initialWeightsSuitTheirFanIn());
    }

    /** Verifies that several layers do more than one affine map could. */
    public ModelAssert isMoreThanOneAffineMap() {
        return passes(DefaultChecks.layersDoMoreThanOne());
    }

    /** Verifies that no layer makes all examples alike. */
    public ModelAssert keepsExamplesApart() {
        return passes(DefaultChecks.examplesStayApart());
    }

    /** Verifies that no layer is mostly dead or saturated. */
    public ModelAssert keepsUnitsAlive() {
        return passes(DefaultChecks.unitsStayAlive());
    }

    /** Verifies that no gradient of the first steps is NaN or infinite. */
    public ModelAssert keepsGradientsFinite() {
        return passes(DefaultChecks.gradientsStayFinite());
    }

    /** Verifies that gradients are the slopes of the loss. */
    public ModelAssert hasCorrectGradients() {
        return passes(DefaultChecks.gradientsMatchTheSlopes());
    }

    /** Verifies that gradients change as the loss bends; not among the default checks. */
    public ModelAssert hasCorrectCurvature() {
        return passes(DefaultChecks.gradientsMatchTheCurvature());
    }

    /** Verifies that the bias of the last layer makes the start no worse. */
    public ModelAssert startsNoWorseWithItsOutputBias() {
        return passes(DefaultChecks.theOutputBiasSuitsTheTargets());
    }

    /** Verifies that gradients keep their size from layer to layer. */
    public ModelAssert keepsGradientsInSize() {
        return passes(DefaultChecks.gradientsKeepTheirSize());
    }

    /** Verifies that the loss of the untrained model is what guessing costs. */
    public ModelAssert startsItsLossAtTheory() {
        return passes(DefaultChecks.lossStartsAtTheory());
    }

    /**
     * Verifies that softmax or sigmoid is applied by the model or by its loss, not by both or
     * neither.
     */
    public ModelAssert appliesSoftmaxOnce() {
        return passes(DefaultChecks.softmaxIsAppliedOnce());
    }

    /** Verifies that there are as many outputs as the targets need. */
    public ModelAssert givesAsManyOutputsAsItsTargetsNeed() {
        return passes(DefaultChecks.outputsFitTheTargets());
    }

    /** Verifies that the outputs can take the values that the targets ask for. */
    public ModelAssert reachesItsTargets() {
        return passes(DefaultChecks.outputsReachTheTargets());
    }

    /** Verifies that between several classes more than one number decides. */
    public ModelAssert decidesByMoreThanOneNumber() {
        return passes(DefaultChecks.moreThanOneNumberDecides());
    }

    /** Verifies that every input makes a difference to the outputs. */
    public ModelAssert dependsOnEveryInput() {
        return passes(DefaultChecks.outputsDependOnEveryInput());
    }

    /** Verifies that no position of an input is skipped between two that are read. */
    public ModelAssert readsItsInputsWithoutGaps() {
        return passes(DefaultChecks.inputsAreReadWithoutGaps());
    }

    /** Verifies that outputs that point at the targets have a smaller loss. */
    public ModelAssert prefersItsTargets() {
        return passes(DefaultChecks.lossPrefersTheTargets());
    }

    /** Verifies that the outputs of each example are compared with its own target. */
    public ModelAssert pairsOutputsWithTargets() {
        return passes(DefaultChecks.lossPairsOutputsWithTargets());
    }

    /** Verifies that the loss cannot fall for ever. */
    public ModelAssert boundsItsLossFromBelow() {
        return passes(DefaultChecks.lossHasALowerBound());
    }

    /** Verifies that the loss is the same in whatever order examples come. */
    public ModelAssert ignoresTheOrderOfExamples() {
        return passes(DefaultChecks.lossIgnoresTheOrderOfExamples());
    }

    /** Verifies that a penalty on the weights does not outweigh the data. */
    public ModelAssert letsDataOutweighThePenalty() {
        return passes(DefaultChecks.dataOutweighsThePenalty());
    }

    /** Verifies that the loss of a batch is the mean of the losses of its examples. */
    public ModelAssert averagesItsLossOverExamples() {
        return passes(DefaultChecks.lossIsTheMeanOfItsExamples());
    }

    /** Verifies that an example's output does not depend on the other examples of its batch. */
    public ModelAssert doesNotMixExamples() {
        return passes(DefaultChecks.examplesDoNotMix());
    }

    /** In inference mode, the same inputs give the same outputs. */
    public ModelAssert repeatsItsPredictions() {
        return passes(DefaultChecks.predictionsRepeat());
    }

    /** Verifies that an optimizer step lowers the loss of the batch it was taken on. */
    public ModelAssert lowersItsLossInAStep() {
        return passes(DefaultChecks.aStepLowersTheLoss());
    }

    /** Verifies that updates do not grow by themselves while the gradient stays the same. */
    public ModelAssert followsItsGradient() {
        return passes(DefaultChecks.updatesFollowTheGradient());
    }

    /** Verifies that steps are long enough to learn something. */
    public ModelAssert takesStepsLongEnough() {
        return passes(DefaultChecks.stepsAreLongEnough());
    }

    /** Verifies that the model does better than constant outputs after some training. */
    public ModelAssert beatsConstantOutputs() {
        return passes(DefaultChecks.trainingBeatsConstantOutputs());
    }

    /** Verifies that the model can learn an offset, or needs none. */
    public ModelAssert learnsOffsets() {
        return passes(DefaultChecks.offsetsCanBeLearnt());
    }

    /** Verifies that the model, trained on one batch alone, learns it by heart. */
    public ModelAssert overfitsOneBatch() {
        return passes(DefaultChecks.oneBatchIsOverfitted());
    }

    /** Verifies that the model cannot learn a batch by heart whose inputs are taken away. */
    public ModelAssert needsItsInputsToOverfit() {
        return passes(DefaultChecks.overfittingNeedsTheInputs());
    }

    /** Verifies that the same seed gives the same model and the same first steps. */
    public ModelAssert isDecidedByItsSeed() {
        return passes(DefaultChecks.theSeedDecidesTheModel());
    }

    /** Verifies that another seed gives another start. */
    public ModelAssert startsElsewhereUnderAnotherSeed() {
        return passes(DefaultChecks.anotherSeedStartsElsewhere());
    }

    /** Verifies that noise that was declared is drawn in training. */
    public ModelAssert drawsItsNoiseInTraining() {
        return passes(DefaultChecks.trainingDrawsItsNoise());
    }

    /** Verifies that the declared metric prefers the targets to anything else. */
    public ModelAssert isMeasuredByAMetricThatPrefersTheTargets() {
        return passes(DefaultChecks.theMetricPrefersTheTargets());
    }

    /** Verifies that the declared loop's validation leaves the model as it is. */
    public ModelAssert isLeftAloneByValidation() {
        return passes(DefaultChecks.validationMovesNothing());
    }

    /** Verifies that the declared loop predicts in inference mode. */
    public ModelAssert isAskedInInferenceModeByItsLoop() {
        return passes(DefaultChecks.theLoopPredictsInInferenceMode());
    }

    /** Verifies that the declared loop trains the model that it shows. */
    public ModelAssert isTrainedByItsLoop() {
        return passes(DefaultChecks.theLoopTrainsThisModel());
    }

    /** Verifies that a step of the declared loop does what loss and optimizer say. */
    public ModelAssert isSteppedByItsLoopAsDeclared() {
        return passes(DefaultChecks.theLoopStepsAsDeclared());
    }

    /** Verifies that the declared loop, run twice from one seed, ends with the same weights. */
    public ModelAssert isTrainedAlikeUnderOneSeed() {
        return passes(DefaultChecks.theLoopRepeatsUnderItsSeed());
    }

    /** Verifies that a new JVM gives the same model and the same first steps. */
    public ModelAssert isTheSameInANewJvm() {
        return passes(DefaultChecks.aNewJvmGivesTheSameModel());
    }

    /** Verifies that another number of threads gives the same numbers, up to round-off. */
    public ModelAssert isTheSameInMoreThreads() {
        return passes(DefaultChecks.anotherThreadCountGivesTheSameNumbers());
    }

    /** Verifies that the declared service predicts for several threads at once as for one. */
    public ModelAssert servesSeveralThreads() {
        return passes(DefaultChecks.concurrentPredictionsAgree());
    }

    /** Verifies that weight decay reaches what it was declared for, and nothing else declared. */
    public ModelAssert decaysWhatIsDeclared() {
        return passes(DefaultChecks.decayGoesWhereDeclared());
    }

    /** Verifies that gradients are clipped at the declared limit, and not before. */
    public ModelAssert clipsAsDeclared() {
        return passes(DefaultChecks.clippingHoldsAsDeclared());
    }

    /** Verifies that optimiser steps are as long as the declared learning rates say. */
    public ModelAssert followsItsSchedule() {
        return passes(DefaultChecks.ratesFollowTheSchedule());
    }

    /** Verifies that no output at a position depends on a later one, as is declared. */
    public ModelAssert isCausal() {
        return passes(DefaultChecks.laterPositionsDoNotLeak());
    }

    /** Verifies that no output depends on more positions in a row than is declared. */
    public ModelAssert seesNoFurtherThanDeclared() {
        return passes(DefaultChecks.outputsSeeNoFurtherThanDeclared());
    }

    /** Verifies that what stands in declared padding moves no output. */
    public ModelAssert ignoresPadding() {
        return passes(DefaultChecks.paddingIsIgnored());
    }

    /** Verifies that padded positions of targets do not move the loss. */
    public ModelAssert countsNoPaddingInItsLoss() {
        return passes(DefaultChecks.paddingDoesNotCountInTheLoss());
    }

    /** Verifies that every symmetry that was declared holds. */
    public ModelAssert keepsItsDeclaredRelations() {
        return passes(DefaultChecks.declaredRelationsHold());
    }

    /** See {@link DefaultChecks#theLossKeepsItsDigits()}. */
    public ModelAssert losesNoDigitsOfItsLoss() {
        return passes(DefaultChecks.theLossKeepsItsDigits());
    }

    /** Verifies that outputs, loss and gradients stay finite on extreme inputs. */
    public ModelAssert staysFiniteUnderStress() {
        return passes(DefaultChecks.staysFiniteUnderStress());
    }

    /** Verifies that the model computes what it computes in double precision, up to round-off. */
    public ModelAssert agreesWithDoublePrecision() {
        return passes(DefaultChecks.agreesWithDoublePrecision());
    }

    /** Verifies that reading the validation data twice gives the same values. */
    public ModelAssert repeatsItsValidationData() {
        return passes(DefaultChecks.validationDataRepeats());
    }

    /** Verifies that every example of the data gets a number. */
    public ModelAssert givesEveryExampleANumber() {
        return passes(DefaultChecks.outputsAreFiniteOnTheData());
    }

    /** Verifies that an example is predicted alike in a batch of any size and order. */
    public ModelAssert ignoresBatchSizeAndOrder() {
        return passes(DefaultChecks.batchSizeAndOrderDoNotMatter());
    }

    /** Verifies that predicting moves no parameter, no statistic and no later prediction. */
    public ModelAssert staysAsItIsWhilePredicting() {
        return passes(DefaultChecks.predictingMovesNothing());
    }

    /** Verifies that nothing but inputs and registered parameters decides the outputs. */
    public ModelAssert computesWithItsParametersAlone() {
        return passes(DefaultChecks.parametersDetermineTheOutputs());
    }

    /** Verifies that running statistics follow what their layers see. */
    public ModelAssert followsTheDataWithItsStatistics() {
        return passes(DefaultChecks.statisticsFollowTheData());
    }

    /** Verifies that noise in training leaves the size of what a layer passes on. */
    public ModelAssert keepsItsScaleUnderNoise() {
        return passes(DefaultChecks.trainingNoiseKeepsTheScale());
    }

    /** Verifies that noise in training leaves examples distinguishable. */
    public ModelAssert keepsItsSignalUnderNoise() {
        return passes(DefaultChecks.trainingNoiseLeavesTheSignal());
    }

    /** Verifies that the outputs do not notice a change of the inputs. */
    public ModelAssert isInvariantUnder(Transformation transformation) {
        return passes(DefaultChecks.relationHolds(Relation.invariantUnder(transformation)));
    }

    /** Verifies that the outputs follow a change of the inputs. */
    public ModelAssert isEquivariantUnder(Transformation transformation) {
        return passes(DefaultChecks.relationHolds(Relation.equivariantUnder(transformation)));
    }

    /** Verifies that no output falls when this feature (place of axis 1) rises by up to so much. */
    public ModelAssert isMonotoneIncreasingIn(int feature, double most) {
        return satisfies(Relation.risingUnder(Transformations.raising(1, feature, most)));
    }

    /** Verifies that no output rises when this feature (place of axis 1) rises by up to so much. */
    public ModelAssert isMonotoneDecreasingIn(int feature, double most) {
        return satisfies(Relation.fallingUnder(Transformations.raising(1, feature, most)));
    }

    /** Verifies that a step of the inputs moves the outputs by at most {@code factor} times it. */
    public ModelAssert isLipschitz(double factor, double longestStep) {
        return satisfies(Relation.changingAtMost(factor, Transformations.step(longestStep)));
    }

    /** Verifies any relation between the answers to related inputs. */
    public ModelAssert satisfies(Relation relation) {
        return passes(DefaultChecks.relationHolds(relation));
    }

    /**
     * Overlooks violations at places that match one of these globs, for example
     * {@code encoder/block2/**}.
     */
    public ModelAssert ignoring(String... globs) {
        ignored.addAll(List.of(globs));
        return this;
    }

    /** Examines under this seed and, if a check takes several, those that follow it. */
    public ModelAssert withSeed(long seed) {
        examiner.seed(seed);
        return this;
    }

    /**
     * Examines relations on these inputs, instead of those declared or the usual. What cannot be
     * trusted there, since outputs are not finite, is not applicable.
     */
    public ModelAssert over(Inputs inputs) {
        examiner.declare(inputs);
        return this;
    }

    /** Examines relations on these inputs. */
    public ModelAssert over(Batch inputs) {
        return over(Inputs.generated("the batch given", random -> inputs));
    }

    /** Examines one case of a relation alone, by the number that a failure gives it. */
    public ModelAssert onlyCase(int number) {
        examiner.declare(new OnlyCase(number));
        return this;
    }

    /** Examines on this device; if it is not there, the test is aborted. */
    public ModelAssert on(Device device) {
        examiner.device(device);
        return this;
    }

    /**
     * Starts no experiment later than this after the next assertion began.
     *
     * @throws ConfigurationException if the time is not positive
     */
    public ModelAssert within(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new ConfigurationException(
                    "within(%s) leaves no time to examine anything; write within(Duration.ofSeconds(30)), for example"
                            .formatted(time));
        }
        examiner.budget(Budget.of(time));
        return this;
    }

    /** Runs a check, whatever comes of it, and goes on with assertions about its verdict. */
    public CheckReportAssert report(Check check) {
        return new CheckReportAssert(examine(check), this, this::judgement, consequence);
    }

    private CheckReport examine(Check check) {
        return examiner.examine(
                ignored.isEmpty() ? check : check.ignoring(ignored.toArray(String[]::new)));
    }

    private ModelAssert pronounce(List<CheckReport> reports) {
        reports.stream().filter(this::isWhole).forEach(examiner.known()::saw);
        judgement(reports)
                .pronounce(examiner.consequence(consequence), text -> Wording.of(info, text));
        return this;
    }

    /** What holds while something is overlooked does not hold for that. */
    private boolean isWhole(CheckReport report) {
        return ignored.isEmpty() || report.outcome() instanceof Outcome.Violated;
    }

    private Judgement judgement(List<CheckReport> reports) {
        return new Judgement(
                reports, examiner::reproduceLine, examiner::diagnose, examiner.known());
    }
}
