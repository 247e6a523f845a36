package dev.mltest.sample.dl4j;

import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.Shapes;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Tells which {@link ShapeKind} an image shows. Which side is left makes no difference to it. */
public final class ShapeClassifier {

    private ShapeClassifier() {}

    /** The model: images in, one probability for each kind out. */
    public static ComputationGraph network(long seed) {
        return new ComputationGraph(graph(seed).build());
    }

    /** The model as a graph that is not built yet, so that it can still be changed. */
    public static GraphBuilder graph(long seed) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.02))
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.convolutional(Shapes.SIZE, Shapes.SIZE, 1))
                .setOutputs("head");
        addViews(graph);
        addFeatures(graph);
        return graph.addLayer("dropout", new DropoutLayer(0.9), "pool")
                .addLayer("head", head(new LossMCXENT(), ShapeKind.values().length), "dropout");
    }

    /** Every image twice, as it is and in a mirror: twice as many images. */
    private static void addViews(GraphBuilder graph) {
        graph.addVertex("mirror", new PreprocessorVertex(new Mirror()), "image")
                .addVertex("views", new StackVertex(), "image", "mirror");
    }

    /** What is seen in an image, averaged over its two views: 24 numbers. */
    private static void addFeatures(GraphBuilder graph) {
        graph.addLayer("edges/fine", convolution(4, 3, 2), "views")
                .addLayer("edges/coarse", convolution(4, 5, 2), "views")
                .addVertex("edges", new MergeVertex(), "edges/fine", "edges/coarse")
                .addLayer("norm1", new BatchNormalization(), "edges")
                .addLayer("relu1", new ActivationLayer(Activation.RELU), "norm1")
                .addLayer("parts", convolution(24, 3, 1), "relu1")
                .addLayer("norm2", new BatchNormalization(), "parts")
                .addLayer("relu2", new ActivationLayer(Activation.RELU), "norm2")
                .addVertex("asIs", new UnstackVertex(0, 2), "relu2")
                .addVertex("mirrored", new UnstackVertex(1, 2), "relu2")
                .addVertex("maps", average(), "asIs", "mirrored")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "maps");
    }

    /** A convolution without bias; the normalisation after it has one. */
    private static ConvolutionLayer convolution(int filters, int size, int stride) {
        return new ConvolutionLayer.Builder(size, size)
                .nOut(filters)
                .padding(size / 2, size / 2)
                .stride(stride, stride)
                .hasBias(false)
                .build();
    }

    private static ElementWiseVertex average() {
        return new ElementWiseVertex(ElementWiseVertex.Op.Average);
    }

    /** The last layer. Its weights start small, so that the first answers are all about alike. */
    public static OutputLayer head(ILossFunction loss, int classes) {
        return new OutputLayer.Builder(loss)
                .activation(Activation.SOFTMAX)
                .weightInit(new NormalDistribution(0, 0.1))
                .nOut(classes)
                .build();
    }
}
