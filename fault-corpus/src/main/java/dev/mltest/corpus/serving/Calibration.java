package dev.mltest.corpus.serving;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Scales and shifts each value by what it has learnt. */
class Calibration extends AbstractBlock {

    final Parameter gain = addParameter(
            Parameter.builder().setName("gain").setType(Parameter.Type.GAMMA).build());
    final Parameter offset = addParameter(
            Parameter.builder().setName("offset").setType(Parameter.Type.BETA).build());

    @Override
    protected void prepare(Shape[] inputs) {
        gain.setShape(new Shape(inputs[0].get(1)));
        offset.setShape(new Shape(inputs[0].get(1)));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray x = inputs.singletonOrThrow();
        NDArray scaled = x.mul(store.getValue(gain, x.getDevice(), training));
        return new NDList(scaled.add(store.getValue(offset, x.getDevice(), training)));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return inputs;
    }

    @Override
    public void saveParameters(DataOutputStream out) throws IOException {
        gain.save(out);
        offset.save(out);
    }

    @Override
    public void loadParameters(NDManager manager, DataInputStream in)
            throws IOException, MalformedModelException {
        gain.load(manager, in);
        offset.load(manager, in);
    }
}
