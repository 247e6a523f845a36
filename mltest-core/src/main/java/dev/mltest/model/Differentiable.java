package dev.mltest.model;

import java.util.List;

/** The middle rung: a model with parameters, a loss and gradients. */
public interface Differentiable extends Predictor {

    /** All parameters in the order in which a forward pass uses them; a shared one stands once. */
    List<Parameter> parameters();

    /** The live value of a parameter. */
    Tensor value(ParameterPath path);

    /**
     * Overwrites a parameter with the values of a tensor of the same shape.
     *
     * @throws IllegalArgumentException if the shapes differ, naming the parameter
     */
    void assign(ParameterPath path, Tensor value);

    /**
     * Loss and outputs of one forward pass. In training mode running statistics may move and the
     * random state advances; nothing else does.
     */
    Evaluation evaluate(Batch batch, Mode mode);

    /** Loss and gradients of one forward and one backward pass. No parameter moves. */
    Gradients gradients(Batch batch, Mode mode);

    /**
     * The data loss of given outputs for this batch's targets, without a forward pass.
     *
     * @throws NotAvailableException if the framework cannot evaluate the loss by itself
     */
    double lossOf(NamedTensors outputs, Batch batch);

    /** Outputs of the layers that can be seen, in the order in which they ran. */
    List<Activation> activations(Batch batch, Mode mode);

    /** Makes what follows in this thread, dropout for example, depend on this seed alone. */
    void seed(long seed);

    /** Takes down everything that decides how the model goes on. */
    Snapshot snapshot();

    /** Puts the model back, bit for bit, to where the snapshot was taken. */
    void restore(Snapshot snapshot);

    /**
     * The same model with the same parameter values in double precision, to be closed by the
     * caller.
     *
     * @throws NotAvailableException if the framework cannot compute it in double precision
     */
    Differentiable inDoublePrecision();
}
