package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.DataEvidence.Input;
import dev.mltest.corpus.record.Epoch;
import dev.mltest.corpus.record.OutputLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.corpus.record.Setting;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * UMLAUT (Schoop, Huang and Hartmann, CHI 2021; github.com/BerkeleyHCI/umlaut). Thresholds: inputs
 * outside -1..1; learning rate above 0.01 or below 1e-7; drop rate above 0.5; validation accuracy
 * above 95 % or 5 points above that of training; validation loss up while training loss is not.
 *
 * <p>Readings in its favour: what it titles <i>Warning</i> is a warning here, only <i>Critical</i>
 * and <i>Error</i> fail a program. Its missing-softmax rule looks for a layer and alarms on every
 * model of logits; here it asks whether the loss wants probabilities and gets none. A sigmoid for
 * probabilities is no activated last layer. An activation may be a layer of its own, and a layer of
 * unknown kind may contain one. Token ids are no unnormalised inputs. The training accuracy is that
 * after the epoch without dropout, so that dropout alone puts no validation accuracy above it.
 */
final class Umlaut extends PublishedArm {

    private static final double TOLERANCE = 0.05;

    Umlaut() {
        super(
                "umlaut",
                "UMLAUT, CHI 2021, github.com/BerkeleyHCI/umlaut",
                List.of(
                        Rule.failure("nan-in-input", Umlaut::lostInput, "P01"),
                        Rule.failure("nan-in-loss", NotFinite::losses, "P20"),
                        Rule.failure("input-exceeds-limits", Umlaut::wideInput, "P01"),
                        Rule.failure("input-is-not-floating", Umlaut::integerInput, "P01"),
                        Rule.failure("missing-softmax", Umlaut::missingSoftmax, "P15"),
                        Rule.failure("missing-activation", Umlaut::linearLayers, "P17"),
                        Rule.warning("last-layer-activation", Umlaut::activatedLast, "P15"),
                        Rule.warning("learning-rate", Umlaut::learningRate, "P12"),
                        Rule.warning("high-dropout", Umlaut::highDropout, "P18"),
                        Rule.warning("overfitting", Umlaut::overfitting, "P14"),
                        Rule.warning("check-validation-accuracy", Umlaut::tooGood, "P04")));
    }

    private static Optional<Alarm> lostInput(RunEvidence run) {
        return input(run, input -> !input.all().isFinite(), "NaN in the inputs");
    }

    private static Optional<Alarm> wideInput(RunEvidence run) {
        return input(
                run,
                input -> input.isFloating() && input.all().maxAbs() > 1,
                "inputs lie outside -1..1");
    }

    private static Optional<Alarm> integerInput(RunEvidence run) {
        boolean embeds =
                run.setting().layers().stream().anyMatch(layer -> layer.kind().equals("embedding"));
        return input(run, input -> !embeds && !input.isFloating(), "inputs are integers");
    }

    private static Optional<Alarm> input(
            RunEvidence run, Predicate<Input> condition, String measured) {
        return Alarm.when(run.data().inputs().stream().anyMatch(condition), "input", measured);
    }

    private static Optional<Alarm> missingSoftmax(RunEvidence run) {
        Setting setting = run.setting();
        boolean choosesOne = setting.task().equals(Setting.CLASSIFICATION)
                || setting.task().equals(Setting.LANGUAGE_MODEL);
        List<OutputLook> outputs =
                run.looks().isEmpty() ? List.of() : run.looks().get(0).outputs();
        boolean isDistribution = outputs.stream()
                .allMatch(output -> output.all().min() >= 0
                        && Math.abs(output.smallestSum() - 1) <= TOLERANCE
                        && Math.abs(output.largestSum() - 1) <= TOLERANCE);
        return Alarm.when(
                choosesOne && run.start().lossWantsProbabilities() && !isDistribution,
                setting.last().map(Layer::path).orElse("output"),
                "the loss expects probabilities, but the outputs are none");
    }

    private static Optional<Alarm> linearLayers(RunEvidence run) {
        List<Layer> layers = run.setting().layers();
        Suspects suspects = new Suspects("place among the layers");
        for (int i = 0; i < layers.size(); i++) {
            Layer first = layers.get(i);
            if (Activations.isPlain(first)
                    && !mayBeNonlinear(first)
                    && isFollowedByWeights(first, layers.subList(i + 1, layers.size()))) {
                suspects.first(first.path(), i);
            }
        }
        return suspects.alarm();
    }

    private static boolean mayBeNonlinear(Layer layer) {
        return Activations.isNonlinear(layer)
                || layer.activation().isEmpty()
                || layer.kind().equals("other");
    }

    /** Whether the next layer with weights comes before any nonlinear function. */
    private static boolean isFollowedByWeights(Layer first, List<Layer> rest) {
        for (Layer layer : rest) {
            if (!parent(layer).equals(parent(first))) {
                return false;
            }
            if (Activations.isPlain(layer) || layer.kind().equals("recurrent")) {
                return true;
            }
            if (mayBeNonlinear(layer)) {
                return false;
            }
        }
        return false;
    }

    private static String parent(Layer layer) {
        return layer.path().substring(0, Math.max(0, layer.path().lastIndexOf('/')));
    }

    private static Optional<Alarm> activatedLast(RunEvidence run) {
        return run.setting()
                .last()
                .filter(Activations::isNonlinear)
                .filter(layer -> !layer.activation().equals("softmax"))
                .filter(layer -> !run.setting().isProbabilities())
                .map(layer -> new Alarm(
                        List.of(layer.path()), "the last layer ends with " + layer.activation()));
    }

    private static Optional<Alarm> learningRate(RunEvidence run) {
        double rate = run.setting().learningRate();
        return Alarm.when(
                rate > 0.01 || rate < 1e-7, "optimizer", "learning rate " + Numbers.text(rate));
    }

    private static Optional<Alarm> highDropout(RunEvidence run) {
        Suspects suspects = new Suspects("drop rate");
        run.setting().layers().stream()
                .filter(layer -> layer.dropRate() > 0.5)
                .forEach(layer -> suspects.large(layer.path(), layer.dropRate()));
        return suspects.alarm();
    }

    private static Optional<Alarm> overfitting(RunEvidence run) {
        List<Epoch> epochs = run.epochs();
        for (int i = 1; i < epochs.size(); i++) {
            Epoch before = epochs.get(i - 1);
            Epoch now = epochs.get(i);
            if (now.validationLoss() > before.validationLoss()
                    && now.trainingLoss() <= before.trainingLoss()) {
                return Alarm.when(
                        true,
                        "validation data",
                        "in epoch %d only the validation loss rises".formatted(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Alarm> tooGood(RunEvidence run) {
        return run.epochs().stream()
                .filter(epoch -> run.setting().hasAccuracy())
                .filter(epoch -> epoch.validationScore() > 0.95
                        || epoch.validationScore() > epoch.trainingScore() + 0.05)
                .findFirst()
                .map(epoch -> new Alarm(
                        List.of("validation data"),
                        "validation accuracy %s, in training %s"
                                .formatted(
                                        Numbers.text(epoch.validationScore()),
                                        Numbers.text(epoch.trainingScore()))));
    }
}
