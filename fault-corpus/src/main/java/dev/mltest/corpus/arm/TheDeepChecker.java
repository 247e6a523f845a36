package dev.mltest.corpus.arm;

import java.util.List;
import java.util.stream.Stream;

/**
 * TheDeepChecker (Ben Braiek and Khomh, TOSEM 2022; github.com/thedeepchecker/thedeepchecker,
 * d0a2b3a): what it checks before training, while it fits one batch, and after. Each group of rules
 * is a class of its own, with its thresholds. All its rules alarm.
 *
 * <p>Readings in its favour: what it watches while fitting one batch of its own, this arm watches
 * in the program's training, whose batches are many; only the curves of loss and error are those of
 * one batch, so that no converged training counts as stagnating. Its rules of windows look at
 * neighbouring looks, which lie farther apart than its steps. Rules that it switches off by default
 * (gradient check, range of activations), that its own code never reaches (zeroed inputs) or that
 * need more than one training (augmentation) are left out.
 */
final class TheDeepChecker extends PublishedArm {

    TheDeepChecker() {
        super(
                "thedeepchecker",
                "TheDeepChecker, TOSEM 2022, github.com/thedeepchecker/thedeepchecker d0a2b3a",
                Stream.of(
                                DeepCheckerData.rules(),
                                DeepCheckerStart.rules(),
                                DeepCheckerWeights.rules(),
                                DeepCheckerLayers.rules(),
                                DeepCheckerLoss.rules())
                        .flatMap(List::stream)
                        .toList());
    }
}
