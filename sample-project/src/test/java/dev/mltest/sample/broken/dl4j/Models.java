package dev.mltest.sample.broken.dl4j;

import static dev.mltest.model.Task.classification;
import static dev.mltest.model.Task.regression;

import dev.mltest.dl4j.Dl4j;
import dev.mltest.dl4j.Dl4jModelBuilder;
import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.Shapes;
import dev.mltest.sample.dl4j.DataSets;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

import java.util.function.LongFunction;

/** The healthy models' descriptions, for a twin to change one thing of. */
final class Models {

    private Models() {}

    static Dl4jModelBuilder languageIdentifier(
            String name, LongFunction<MultiLayerNetwork> network) {
        return Dl4j.model(name, network)
                .task(classification(LanguageNames.LANGUAGES.size()).fromProbabilities())
                .trainingData(DataSets.of(LanguageNames.training()));
    }

    static Dl4jModelBuilder shapeClassifier(String name, LongFunction<GraphBuilder> graph) {
        return Dl4j.model(name, seed -> new ComputationGraph(graph.apply(seed).build()))
                .task(classification(ShapeKind.values().length).fromProbabilities())
                .trainingData(DataSets.ofKinds(Shapes.training()));
    }

    static Dl4jModelBuilder areaEstimator(String name, LongFunction<GraphBuilder> graph) {
        return Dl4j.model(name, seed -> new ComputationGraph(graph.apply(seed).build()))
                .task(regression())
                .trainingData(DataSets.ofAreas(Shapes.training()));
    }
}
