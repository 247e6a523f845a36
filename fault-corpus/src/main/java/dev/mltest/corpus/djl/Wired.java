package dev.mltest.corpus.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Named layers and weights that a forward pass of the program's own puts together. */
public final class Wired extends AbstractBlock {

    private final Wiring wiring;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<Shape> inputShapes = new ArrayList<>();

    /** How they are put together. */
    public Wired(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The forward pass. */
    @FunctionalInterface
    public interface Wiring {

        /** From inputs and masks to the output. */
        NDArray forward(Pass pass, NDList inputs);
    }

    /** Appends a layer that takes inputs of this shape. */
    public Wired add(String name, Block layer, long... inputShape) {
        addChildBlock(name, layer);
        keys.put(name, children.keyAt(children.size() - 1));
        inputShapes.add(new Shape(inputShape));
        return this;
    }

    /** Adds a weight of its own. */
    public Wired weight(String name, long... shape) {
        addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(shape))
                .build());
        return this;
    }

    Block layer(String name) {
        return children.get(keys.get(name));
    }

    Parameter parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), () -> "there is no weight " + name);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        return new NDList(wiring.forward(new Pass(this, store, training), inputs));
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {
        for (int i = 0; i < inputShapes.size(); i++) {
            children.valueAt(i).initialize(manager, type, inputShapes.get(i));
        }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] shapes) {
        int last = inputShapes.size() - 1;
        return children.valueAt(last).getOutputShapes(new Shape[] {inputShapes.get(last)});
    }
}
