package dev.mltest.corpus.arm;

import dev.mltest.corpus.program.Layer;
import dev.mltest.corpus.record.LayerLook;
import dev.mltest.corpus.record.Look;
import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.RunEvidence;
import dev.mltest.model.ParameterPath;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Finds layers by the function they end with. */
final class Activations {

    private static final Pattern NONLINEAR = Pattern.compile(
            ".*(relu|tanh|sigmoid|softmax|softplus|softsign|[gs]?elu|swish|mish|exp|cube).*");

    private Activations() {}

    static boolean isNonlinear(Layer layer) {
        return NONLINEAR.matcher(layer.activation()).matches();
    }

    /** Whether a dense layer or a convolution. */
    static boolean isPlain(Layer layer) {
        return layer.kind().equals("dense") || layer.kind().equals("convolution");
    }

    /** Whether the layer that this parameter belongs to is a dense layer or a convolution. */
    static boolean isOfPlainLayer(RunEvidence run, ParameterLook parameter) {
        return run.setting()
                .layer(ParameterPath.of(parameter.path()).layer())
                .filter(Activations::isPlain)
                .isPresent();
    }

    static boolean isRelu(Layer layer) {
        return layer.activation().equals("relu");
    }

    static boolean isSquashing(Layer layer) {
        return layer.activation().equals("tanh") || layer.activation().equals("sigmoid");
    }

    /**
     * Every dense layer, convolution or mere function but the last that ends with a nonlinear
     * function other than softmax.
     */
    static List<Layer> hidden(RunEvidence run) {
        List<Layer> layers = run.setting().layers();
        return layers.subList(0, Math.max(0, layers.size() - 1)).stream()
                .filter(Activations::isNonlinear)
                .filter(layer -> !layer.activation().equals("softmax"))
                .filter(layer -> isPlain(layer) || layer.kind().equals("activation"))
                .toList();
    }

    /** Visits what was seen of these layers at every look. */
    static void each(RunEvidence run, List<Layer> layers, BiConsumer<Layer, LayerLook> visit) {
        for (Look look : run.looks()) {
            layers.forEach(
                    layer -> look.layer(layer.path()).ifPresent(seen -> visit.accept(layer, seen)));
        }
    }
}
