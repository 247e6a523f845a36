package dev.mltest.djl;

import ai.djl.nn.Block;
import ai.djl.nn.SymbolBlock;

import dev.mltest.model.Batch;
import dev.mltest.model.Mode;
import dev.mltest.model.NotAvailableException;

import java.util.function.Supplier;

/** What is different about blocks that a file brought along, as TorchScript does. */
final class Scripted {

    private Scripted() {}

    private static boolean isIn(Block block) {
        return Layers.of(block).stream().anyMatch(layer -> layer.block() instanceof SymbolBlock);
    }

    /**
     * Demands that it is known how such a block trains.
     *
     * @throws NotAvailableException if it is a symbolic block of MXNet
     */
    static void requireKnown(Network network) {
        if (network.engine().getEngineName().equals(Engines.MXNET) && isIn(network.block())) {
            throw new NotAvailableException(
                    "symbolic blocks of MXNet are not examined beyond their predictions; use Djl.predictor(name, loader)");
        }
    }

    /**
     * Passes a batch through in inference mode. DJL believes a loaded module to be in training
     * mode, which it is not, until it has seen one inference pass.
     */
    static void wake(Network network, Supplier<Batch> probe) {
        if (isIn(network.block())) {
            NativeMemory.freeing(() -> network.withoutGraph(() -> network.predict(probe.get())));
        }
    }

    /**
     * Demands that gradients exist in this mode.
     *
     * @throws NotAvailableException in inference mode, where the engine silently gives zeros
     */
    static void requireGradients(Network network, Mode mode) {
        if (mode == Mode.INFERENCE && isIn(network.block())) {
            throw new NotAvailableException(
                    "DJL computes no gradients of TorchScript in inference mode");
        }
    }

    /**
     * Demands that the parameters can be replaced by others.
     *
     * @throws NotAvailableException if they are the module's own
     */
    static void requireReplaceable(Network network) {
        if (isIn(network.block())) {
            throw new NotAvailableException(
                    "a TorchScript module keeps its own parameters, which cannot become double precision");
        }
    }
}
