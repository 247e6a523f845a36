package dev.mltest.corpus.custom;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

import java.util.Objects;

/** Minus the squared distance of an embedded point from each class's centre, with derivatives. */
class PrototypeDistances extends BaseLayer<PrototypeLayer> {

    private static final long serialVersionUID = 1;

    PrototypeDistances(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray distances = input.mmul(centres())
                .mul(2)
                .subColumnVector(Transforms.pow(input, 2).sum(true, 1))
                .subRowVector(Transforms.pow(centres(), 2).sum(true, 0));
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, distances);
    }

    /** One column for each class. */
    final INDArray centres() {
        return getParam(DefaultParamInitializer.WEIGHT_KEY);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray byCentres =
                Objects.requireNonNull(gradientViews.get(DefaultParamInitializer.WEIGHT_KEY));
        byCentres.assign(input.transpose()
                .mmul(epsilon)
                .sub(centres().mulRowVector(epsilon.sum(true, 0)))
                .mul(2));
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(DefaultParamInitializer.WEIGHT_KEY, byCentres);
        return Pair.of(
                gradient, workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, byInput(epsilon)));
    }

    INDArray byInput(INDArray epsilon) {
        return epsilon.mmul(centres().transpose())
                .sub(input.mulColumnVector(epsilon.sum(true, 1)))
                .mul(2);
    }
}
