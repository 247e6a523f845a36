package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.AbstractCompositeLoss;
import ai.djl.training.loss.ElasticNetWeightDecay;
import ai.djl.training.loss.L1WeightDecay;
import ai.djl.training.loss.L2WeightDecay;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SimpleCompositeLoss;
import ai.djl.util.Pair;

import dev.mltest.model.NotAvailableException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of a composite loss that look at the data, weight decay left out. */
final class DataLoss extends AbstractCompositeLoss {

    private final AbstractCompositeLoss whole;
    private final int[] kept;

    private DataLoss(AbstractCompositeLoss whole) {
        super(whole.getName());
        this.whole = whole;
        List<Loss> parts = whole.getComponents();
        kept = IntStream.range(0, parts.size())
                .filter(i -> !isDecay(parts.get(i)))
                .toArray();
        components = IntStream.of(kept).mapToObj(parts::get).map(DataLoss::of).toList();
    }

    /** The loss itself if it holds no weight decay, else what is left of it. */
    static Loss of(Loss loss) {
        return holdsDecay(loss) ? new DataLoss((AbstractCompositeLoss) loss) : loss;
    }

    private static boolean holdsDecay(Loss loss) {
        return loss instanceof AbstractCompositeLoss composite
                && composite.getComponents().stream()
                        .anyMatch(part -> isDecay(part) || holdsDecay(part));
    }

    private static boolean isDecay(Loss loss) {
        return loss instanceof L1WeightDecay
                || loss instanceof L2WeightDecay
                || loss instanceof ElasticNetWeightDecay;
    }

    /** The sum of the parts. */
    @Override
    public NDArray evaluate(NDList labels, NDList predictions) {
        if (components.isEmpty()) {
            throw new NotAvailableException(
                    "the loss is weight decay alone; there is no data loss");
        }
        return IntStream.range(0, components.size())
                .mapToObj(i -> part(i, labels, predictions))
                .reduce(NDArray::add)
                .orElseThrow();
    }

    private NDArray part(int index, NDList labels, NDList predictions) {
        Pair<NDList, NDList> given = inputForComponent(index, labels, predictions);
        return components.get(index).evaluate(given.getKey(), given.getValue());
    }

    @Override
    protected Pair<NDList, NDList> inputForComponent(
            int componentIndex, NDList labels, NDList predictions) {
        return whole instanceof SimpleCompositeLoss
                ? new Pair<>(labels, predictions)
                : asked(kept[componentIndex], labels, predictions);
    }

    @SuppressWarnings("unchecked")
    private Pair<NDList, NDList> asked(int index, NDList labels, NDList predictions) {
        try {
            Method method = AbstractCompositeLoss.class.getDeclaredMethod(
                    "inputForComponent", int.class, NDList.class, NDList.class);
            method.setAccessible(true);
            return (Pair<NDList, NDList>) method.invoke(whole, index, labels, predictions);
        } catch (ReflectiveOperationException e) {
            throw new NotAvailableException(
                    "the weight decay within %s cannot be told from its data loss: %s"
                            .formatted(whole.getClass().getName(), e));
        }
    }
}
