package dev.mltest.library;

import dev.mltest.check.Check;
import dev.mltest.check.CheckSuite;
import dev.mltest.library.activation.ExamplesStayApart;
import dev.mltest.library.activation.LayersDoMoreThanOne;
import dev.mltest.library.activation.UnitsStayAlive;
import dev.mltest.library.capacity.OffsetsCanBeLearnt;
import dev.mltest.library.capacity.OneBatchIsOverfitted;
import dev.mltest.library.capacity.OverfittingNeedsTheInputs;
import dev.mltest.library.capacity.StepsAreLongEnough;
import dev.mltest.library.capacity.TrainingBeatsConstantOutputs;
import dev.mltest.library.gradient.GradientsKeepTheirSize;
import dev.mltest.library.gradient.GradientsMatchTheCurvature;
import dev.mltest.library.gradient.GradientsMatchTheSlopes;
import dev.mltest.library.gradient.GradientsReachEveryParameter;
import dev.mltest.library.gradient.GradientsStayFinite;
import dev.mltest.library.independence.BatchSizeAndOrderDoNotMatter;
import dev.mltest.library.independence.ConcurrentPredictionsAgree;
import dev.mltest.library.independence.ExamplesDoNotMix;
import dev.mltest.library.independence.ParametersDetermineTheOutputs;
import dev.mltest.library.independence.PredictingMovesNothing;
import dev.mltest.library.independence.PredictionsRepeat;
import dev.mltest.library.initialisation.InitialWeightsSuitTheirFanIn;
import dev.mltest.library.initialisation.LayersStartDifferent;
import dev.mltest.library.initialisation.TheOutputBiasSuitsTheTargets;
import dev.mltest.library.initialisation.UnitsOfALayerDiffer;
import dev.mltest.library.loop.TheLoopPredictsInInferenceMode;
import dev.mltest.library.loop.TheLoopStepsAsDeclared;
import dev.mltest.library.loop.TheLoopTrainsThisModel;
import dev.mltest.library.loop.TheMetricPrefersTheTargets;
import dev.mltest.library.loop.TrainingDrawsItsNoise;
import dev.mltest.library.loop.ValidationMovesNothing;
import dev.mltest.library.loss.DataOutweighsThePenalty;
import dev.mltest.library.loss.LossHasALowerBound;
import dev.mltest.library.loss.LossIgnoresTheOrderOfExamples;
import dev.mltest.library.loss.LossIsTheMeanOfItsExamples;
import dev.mltest.library.loss.LossPairsOutputsWithTargets;
import dev.mltest.library.loss.LossPrefersTheTargets;
import dev.mltest.library.loss.LossStartsAtTheory;
import dev.mltest.library.loss.SoftmaxIsAppliedOnce;
import dev.mltest.library.masking.LaterPositionsDoNotLeak;
import dev.mltest.library.masking.OutputsSeeNoFurtherThanDeclared;
import dev.mltest.library.masking.PaddingDoesNotCountInTheLoss;
import dev.mltest.library.masking.PaddingIsIgnored;
import dev.mltest.library.mode.StatisticsFollowTheData;
import dev.mltest.library.mode.TrainingNoiseKeepsTheScale;
import dev.mltest.library.mode.TrainingNoiseLeavesTheSignal;
import dev.mltest.library.mode.ValidationDataRepeats;
import dev.mltest.library.numerics.AgreesWithDoublePrecision;
import dev.mltest.library.numerics.OutputsAreFiniteOnTheData;
import dev.mltest.library.numerics.StaysFiniteUnderStress;
import dev.mltest.library.numerics.TheLossKeepsItsDigits;
import dev.mltest.library.output.InputsAreReadWithoutGaps;
import dev.mltest.library.output.MoreThanOneNumberDecides;
import dev.mltest.library.output.OutputsDependOnEveryInput;
import dev.mltest.library.output.OutputsFitTheTargets;
import dev.mltest.library.output.OutputsReachTheTargets;
import dev.mltest.library.relations.DeclaredRelationsHold;
import dev.mltest.library.relations.RelationHolds;
import dev.mltest.library.reproducibility.ANewJvmGivesTheSameModel;
import dev.mltest.library.reproducibility.AnotherSeedStartsElsewhere;
import dev.mltest.library.reproducibility.AnotherThreadCountGivesTheSameNumbers;
import dev.mltest.library.reproducibility.TheLoopRepeatsUnderItsSeed;
import dev.mltest.library.reproducibility.TheSeedDecidesTheModel;
import dev.mltest.library.step.AStepLowersTheLoss;
import dev.mltest.library.step.ClippingHoldsAsDeclared;
import dev.mltest.library.step.DecayGoesWhereDeclared;
import dev.mltest.library.step.FrozenParametersStayFixed;
import dev.mltest.library.step.RatesFollowTheSchedule;
import dev.mltest.library.step.TrainingChangesEveryParameter;
import dev.mltest.library.step.UpdatesFollowTheGradient;
import dev.mltest.relation.Relation;

import java.util.List;

/** The checks that every newly wired model is put through. */
public final class DefaultChecks {

    /** How often, at most, one run of the whole suite accuses a correct model by chance. */
    public static final double FALSE_ALARM_RATE = 1e-3;

    private DefaultChecks() {}

    /** All of them, cheap ones first, together with a false-alarm rate of 1 in 1,000. */
    public static CheckSuite suite() {
        return all().withFalseAlarmRate(FALSE_ALARM_RATE);
    }

    /**
     * A check of the suite as a suite of this total false-alarm rate would run it. One that is not
     * in the suite, or was given a rate of its own, stays as it is.
     */
    public static Check sharing(double total, Check check) {
        return all().checks().stream()
                .filter(own -> own.id().equals(check.id()))
                .filter(own -> own.falseAlarmRate() == check.falseAlarmRate())
                .filter(own -> own.falseAlarmRate() > 0)
                .findFirst()
                .map(own -> check.atFalseAlarmRate(total / all().statisticalChecks()))
                .orElse(check);
    }

    private static CheckSuite all() {
        return new CheckSuite(
                "default",
                List.of(
                        outputsFitTheTargets(),
                        validationDataRepeats(),
                        theSeedDecidesTheModel(),
                        anotherSeedStartsElsewhere(),
                        outputsAreFiniteOnTheData(),
                        initialWeightsSuitTheirFanIn(),
                        unitsOfALayerDiffer(),
                        layersStartDifferent(),
                        gradientsKeepTheirSize(),
                        softmaxIsAppliedOnce(),
                        lossPrefersTheTargets(),
                        lossPairsOutputsWithTargets(),
                        lossHasALowerBound(),
                        outputsReachTheTargets(),
                        moreThanOneNumberDecides(),
                        theOutputBiasSuitsTheTargets(),
                        lossStartsAtTheory(),
                        predictionsRepeat(),
                        examplesDoNotMix(),
                        batchSizeAndOrderDoNotMatter(),
                        predictingMovesNothing(),
                        parametersDetermineTheOutputs(),
                        statisticsFollowTheData(),
                        trainingNoiseKeepsTheScale(),
                        trainingNoiseLeavesTheSignal(),
                        trainingDrawsItsNoise(),
                        lossIsTheMeanOfItsExamples(),
                        lossIgnoresTheOrderOfExamples(),
                        laterPositionsDoNotLeak(),
                        outputsSeeNoFurtherThanDeclared(),
                        paddingIsIgnored(),
                        paddingDoesNotCountInTheLoss(),
                        outputsDependOnEveryInput(),
                        inputsAreReadWithoutGaps(),
                        gradientsStayFinite(),
                        theLossKeepsItsDigits(),
                        staysFiniteUnderStress(),
                        gradientsReachEveryParameter(),
                        gradientsMatchTheSlopes(),
                        layersDoMoreThanOne(),
                        examplesStayApart(),
                        unitsStayAlive(),
                        trainingChangesEveryParameter(),
                        frozenParametersStayFixed(),
                        decayGoesWhereDeclared(),
                        clippingHoldsAsDeclared(),
                        ratesFollowTheSchedule(),
                        aStepLowersTheLoss(),
                        updatesFollowTheGradient(),
                        stepsAreLongEnough(),
                        dataOutweighsThePenalty(),
                        trainingBeatsConstantOutputs(),
                        offsetsCanBeLearnt(),
                        oneBatchIsOverfitted(),
                        overfittingNeedsTheInputs(),
                        theMetricPrefersTheTargets(),
                        validationMovesNothing(),
                        theLoopPredictsInInferenceMode(),
                        theLoopTrainsThisModel(),
                        theLoopStepsAsDeclared(),
                        theLoopRepeatsUnderItsSeed(),
                        aNewJvmGivesTheSameModel(),
                        anotherThreadCountGivesTheSameNumbers(),
                        concurrentPredictionsAgree(),
                        declaredRelationsHold(),
                        agreesWithDoublePrecision()));
    }

    /** See {@link ANewJvmGivesTheSameModel}. */
    public static Check aNewJvmGivesTheSameModel() {
        return new ANewJvmGivesTheSameModel();
    }

    /** See {@link AStepLowersTheLoss}. */
    public static Check aStepLowersTheLoss() {
        return new AStepLowersTheLoss();
    }

    /** See {@link AgreesWithDoublePrecision}. */
    public static Check agreesWithDoublePrecision() {
        return new AgreesWithDoublePrecision();
    }

    /** See {@link AnotherSeedStartsElsewhere}. */
    public static Check anotherSeedStartsElsewhere() {
        return new AnotherSeedStartsElsewhere();
    }

    /** See {@link AnotherThreadCountGivesTheSameNumbers}. */
    public static Check anotherThreadCountGivesTheSameNumbers() {
        return new AnotherThreadCountGivesTheSameNumbers();
    }

    /** See {@link BatchSizeAndOrderDoNotMatter}. */
    public static Check batchSizeAndOrderDoNotMatter() {
        return new BatchSizeAndOrderDoNotMatter();
    }

    /** See {@link ClippingHoldsAsDeclared}. */
    public static Check clippingHoldsAsDeclared() {
        return new ClippingHoldsAsDeclared();
    }

    /** See {@link ConcurrentPredictionsAgree}. */
    public static Check concurrentPredictionsAgree() {
        return new ConcurrentPredictionsAgree();
    }

    /** See {@link DataOutweighsThePenalty}. */
    public static Check dataOutweighsThePenalty() {
        return new DataOutweighsThePenalty();
    }

    /** See {@link DecayGoesWhereDeclared}. */
    public static Check decayGoesWhereDeclared() {
        return new DecayGoesWhereDeclared();
    }

    /** See {@link DeclaredRelationsHold}. */
    public static Check declaredRelationsHold() {
        return new DeclaredRelationsHold();
    }

    /** See {@link ExamplesDoNotMix}. */
    public static Check examplesDoNotMix() {
        return new ExamplesDoNotMix();
    }

    /** See {@link ExamplesStayApart}. */
    public static Check examplesStayApart() {
        return new ExamplesStayApart();
    }

    /** See {@link FrozenParametersStayFixed}. */
    public static Check frozenParametersStayFixed() {
        return new FrozenParametersStayFixed();
    }

    /** See {@link GradientsKeepTheirSize}. */
    public static Check gradientsKeepTheirSize() {
        return new GradientsKeepTheirSize();
    }

    /** See {@link GradientsMatchTheSlopes}. */
    public static Check gradientsMatchTheSlopes() {
        return new GradientsMatchTheSlopes();
    }

    /** Not in the suite; see {@link GradientsMatchTheCurvature}. */
    public static Check gradientsMatchTheCurvature() {
        return new GradientsMatchTheCurvature();
    }

    /** See {@link GradientsReachEveryParameter}. */
    public static Check gradientsReachEveryParameter() {
        return new GradientsReachEveryParameter();
    }

    /** See {@link GradientsStayFinite}. */
    public static Check gradientsStayFinite() {
        return new GradientsStayFinite();
    }

    /** See {@link InitialWeightsSuitTheirFanIn}. */
    public static Check initialWeightsSuitTheirFanIn() {
        return new InitialWeightsSuitTheirFanIn();
    }

    /** See {@link InputsAreReadWithoutGaps}. */
    public static Check inputsAreReadWithoutGaps() {
        return new InputsAreReadWithoutGaps();
    }

    /** See {@link LayersDoMoreThanOne}. */
    public static Check layersDoMoreThanOne() {
        return new LayersDoMoreThanOne();
    }

    /** See {@link LayersStartDifferent}. */
    public static Check layersStartDifferent() {
        return new LayersStartDifferent();
    }

    /** See {@link LossHasALowerBound}. */
    public static Check lossHasALowerBound() {
        return new LossHasALowerBound();
    }

    /** See {@link LossIgnoresTheOrderOfExamples}. */
    public static Check lossIgnoresTheOrderOfExamples() {
        return new LossIgnoresTheOrderOfExamples();
    }

    /** See {@link LossIsTheMeanOfItsExamples}. */
    public static Check lossIsTheMeanOfItsExamples() {
        return new LossIsTheMeanOfItsExamples();
    }

    /** See {@link LossPairsOutputsWithTargets}. */
    public static Check lossPairsOutputsWithTargets() {
        return new LossPairsOutputsWithTargets();
    }

    /** See {@link LossPrefersTheTargets}. */
    public static Check lossPrefersTheTargets() {
        return new LossPrefersTheTargets();
    }

    /** See {@link LossStartsAtTheory}. */
    public static Check lossStartsAtTheory() {
        return new LossStartsAtTheory();
    }

    /** See {@link MoreThanOneNumberDecides}. */
    public static Check moreThanOneNumberDecides() {
        return new MoreThanOneNumberDecides();
    }

    /** See {@link OneBatchIsOverfitted}. */
    public static Check oneBatchIsOverfitted() {
        return new OneBatchIsOverfitted();
    }

    /** See {@link OutputsAreFiniteOnTheData}. */
    public static Check outputsAreFiniteOnTheData() {
        return new OutputsAreFiniteOnTheData();
    }

    /** See {@link OutputsDependOnEveryInput}. */
    public static Check outputsDependOnEveryInput() {
        return new OutputsDependOnEveryInput();
    }

    /** See {@link OutputsFitTheTargets}. */
    public static Check outputsFitTheTargets() {
        return new OutputsFitTheTargets();
    }

    /** See {@link OutputsReachTheTargets}. */
    public static Check outputsReachTheTargets() {
        return new OutputsReachTheTargets();
    }

    /** See {@link OverfittingNeedsTheInputs}. */
    public static Check overfittingNeedsTheInputs() {
        return new OverfittingNeedsTheInputs();
    }

    /** See {@link ParametersDetermineTheOutputs}. */
    public static Check parametersDetermineTheOutputs() {
        return new ParametersDetermineTheOutputs();
    }

    /** See {@link PredictingMovesNothing}. */
    public static Check predictingMovesNothing() {
        return new PredictingMovesNothing();
    }

    /** See {@link PredictionsRepeat}. */
    public static Check predictionsRepeat() {
        return new PredictionsRepeat();
    }

    /** See {@link RatesFollowTheSchedule}. */
    public static Check ratesFollowTheSchedule() {
        return new RatesFollowTheSchedule();
    }

    /** See {@link RelationHolds}. */
    public static Check relationHolds(Relation relation) {
        return new RelationHolds(relation);
    }

    /** See {@link SoftmaxIsAppliedOnce}. */
    public static Check softmaxIsAppliedOnce() {
        return new SoftmaxIsAppliedOnce();
    }

    /** See {@link StatisticsFollowTheData}. */
    public static Check statisticsFollowTheData() {
        return new StatisticsFollowTheData();
    }

    /** See {@link TheLossKeepsItsDigits}. */
    public static Check theLossKeepsItsDigits() {
        return new TheLossKeepsItsDigits();
    }

    /** See {@link StaysFiniteUnderStress}. */
    public static Check staysFiniteUnderStress() {
        return new StaysFiniteUnderStress();
    }

    /** See {@link StepsAreLongEnough}. */
    public static Check stepsAreLongEnough() {
        return new StepsAreLongEnough();
    }

    /** See {@link TheLoopPredictsInInferenceMode}. */
    public static Check theLoopPredictsInInferenceMode() {
        return new TheLoopPredictsInInferenceMode();
    }

    /** See {@link TheLoopRepeatsUnderItsSeed}. */
    public static Check theLoopRepeatsUnderItsSeed() {
        return new TheLoopRepeatsUnderItsSeed();
    }

    /** See {@link TheLoopStepsAsDeclared}. */
    public static Check theLoopStepsAsDeclared() {
        return new TheLoopStepsAsDeclared();
    }

    /** See {@link TheLoopTrainsThisModel}. */
    public static Check theLoopTrainsThisModel() {
        return new TheLoopTrainsThisModel();
    }

    /** See {@link TheMetricPrefersTheTargets}. */
    public static Check theMetricPrefersTheTargets() {
        return new TheMetricPrefersTheTargets();
    }

    /** See {@link TheOutputBiasSuitsTheTargets}. */
    public static Check theOutputBiasSuitsTheTargets() {
        return new TheOutputBiasSuitsTheTargets();
    }

    /** See {@link TheSeedDecidesTheModel}. */
    public static Check theSeedDecidesTheModel() {
        return new TheSeedDecidesTheModel();
    }

    /** See {@link OffsetsCanBeLearnt}. */
    public static Check offsetsCanBeLearnt() {
        return new OffsetsCanBeLearnt();
    }

    /** See {@link TrainingBeatsConstantOutputs}. */
    public static Check trainingBeatsConstantOutputs() {
        return new TrainingBeatsConstantOutputs();
    }

    /** See {@link TrainingChangesEveryParameter}. */
    public static Check trainingChangesEveryParameter() {
        return new TrainingChangesEveryParameter();
    }

    /** See {@link TrainingDrawsItsNoise}. */
    public static Check trainingDrawsItsNoise() {
        return new TrainingDrawsItsNoise();
    }

    /** See {@link TrainingNoiseKeepsTheScale}. */
    public static Check trainingNoiseKeepsTheScale() {
        return new TrainingNoiseKeepsTheScale();
    }

    /** See {@link TrainingNoiseLeavesTheSignal}. */
    public static Check trainingNoiseLeavesTheSignal() {
        return new TrainingNoiseLeavesTheSignal();
    }

    /** See {@link UnitsOfALayerDiffer}. */
    public static Check unitsOfALayerDiffer() {
        return new UnitsOfALayerDiffer();
    }

    /** See {@link UnitsStayAlive}. */
    public static Check unitsStayAlive() {
        return new UnitsStayAlive();
    }

    /** See {@link UpdatesFollowTheGradient}. */
    public static Check updatesFollowTheGradient() {
        return new UpdatesFollowTheGradient();
    }

    /** See {@link ValidationDataRepeats}. */
    public static Check validationDataRepeats() {
        return new ValidationDataRepeats();
    }

    /** See {@link ValidationMovesNothing}. */
    public static Check validationMovesNothing() {
        return new ValidationMovesNothing();
    }

    /** See {@link PaddingIsIgnored}. */
    public static Check paddingIsIgnored() {
        return new PaddingIsIgnored();
    }

    /** See {@link PaddingDoesNotCountInTheLoss}. */
    public static Check paddingDoesNotCountInTheLoss() {
        return new PaddingDoesNotCountInTheLoss();
    }

    /** See {@link LaterPositionsDoNotLeak}. */
    public static Check laterPositionsDoNotLeak() {
        return new LaterPositionsDoNotLeak();
    }

    /** See {@link OutputsSeeNoFurtherThanDeclared}. */
    public static Check outputsSeeNoFurtherThanDeclared() {
        return new OutputsSeeNoFurtherThanDeclared();
    }
}
