package dev.mltest.corpus.arm;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class TorchtestTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new Torchtest();
    }

    @Override
    Map<String, Case> fires() {
        return Map.of(
                "vars-change",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().still())),
                "vars-same",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().role = "frozen")),
                "never-nan-or-inf",
                        at(
                                "output",
                                run -> run.look(
                                        look -> look.outputs = Spreads.withNaN(look.outputs))),
                "output-range", at("output", run -> run.isProbabilities = true));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "vars-change",
                        List.of(run -> run.look(look -> {
                            if (look.number > 0) {
                                look.hidden().still();
                            }
                        })),
                "output-range", List.of(RunDraft::probabilities));
    }
}
