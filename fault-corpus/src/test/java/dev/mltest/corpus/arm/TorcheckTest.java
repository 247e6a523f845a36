package dev.mltest.corpus.arm;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

class TorcheckTest extends PublishedArmContract {

    @Override
    PublishedArm arm() {
        return new Torcheck();
    }

    @Override
    Map<String, Case> fires() {
        return Map.of(
                "changing",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> {
                                    if (look.number == 7) {
                                        look.hidden().still();
                                    }
                                })),
                "unchanging",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().role = "frozen")),
                "parameter-is-finite",
                        at(
                                "hidden2/weight",
                                run -> run.look(look -> look.hidden().nonFiniteAfter = 1)),
                "output-is-finite",
                        at(
                                "output",
                                run -> run.look(
                                        look -> look.outputs = Spreads.withNaN(look.outputs))),
                "output-range", at("output", run -> run.isProbabilities = true));
    }

    @Override
    Map<String, List<Consumer<RunDraft>>> stays() {
        return Map.of(
                "changing",
                        List.of(run -> run.look(look -> {
                            look.hidden().role = "frozen";
                            look.hidden().still();
                        })),
                "output-range", List.of(RunDraft::probabilities));
    }
}
