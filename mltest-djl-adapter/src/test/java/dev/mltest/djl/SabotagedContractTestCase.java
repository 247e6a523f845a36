package dev.mltest.djl;

import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Trainable;
import dev.mltest.testing.contract.Carrier;

/** The contract with an adapter that goes wrong in one way. */
class SabotagedContractTestCase extends DjlContractTest {

    static Sabotage sabotage = Sabotage.DOES_NOT_STEP;

    @Override
    public String name() {
        return "sabotaged";
    }

    @Override
    public ModelUnderTest model(Carrier carrier) {
        return damaged(super.model(carrier));
    }

    @Override
    public ModelUnderTest withFrozenLayer() {
        return damaged(super.withFrozenLayer());
    }

    @Override
    public ModelUnderTest withTiedLayer() {
        return damaged(super.withTiedLayer());
    }

    private static ModelUnderTest damaged(ModelUnderTest model) {
        return ModelUnderTest.named(
                        model.name(),
                        (seed, device) ->
                                sabotage.applyTo((Trainable) model.factory().create(seed, device)))
                .task(model.task())
                .trainingData(model.trainingData())
                .build();
    }
}
