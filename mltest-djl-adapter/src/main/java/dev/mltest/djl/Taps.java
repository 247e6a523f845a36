package dev.mltest.djl;

import ai.djl.ndarray.NDList;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.BlockList;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Stand-ins for the blocks inside a block that tell what each of them put out. DJL has no hooks, so
 * they take the blocks' places among their parents' children and in their parents' fields until
 * they are closed.
 */
final class Taps implements AutoCloseable {

    private static final Field CHILDREN = StateFields.named(AbstractBlock.class, "children");

    /** Where every kind of forward method takes its inputs. */
    private static final int INPUTS = 1;

    private final Map<Block, Block> taps = new IdentityHashMap<>();
    private final BiFunction<Block, NDList, NDList> feed;
    private final BiConsumer<Layer, NDList> listener;
    private final List<Layer> layers;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /**
     * Taps that are not in place yet.
     *
     * @param feed changes what goes into a block
     * @param listener hears what came out of it
     */
    Taps(
            Block outermost,
            BiFunction<Block, NDList, NDList> feed,
            BiConsumer<Layer, NDList> listener) {
        this.feed = feed;
        this.listener = listener;
        layers = Layers.of(outermost);
        layers.stream().skip(1).forEach(layer -> taps.put(layer.block(), tap(layer)));
    }

    /** Puts the stand-ins in place. */
    void install() {
        layers.forEach(layer -> install(layer.block()));
    }

    private Block tap(Layer layer) {
        return (Block) Proxy.newProxyInstance(
                Taps.class.getClassLoader(),
                new Class<?>[] {Block.class},
                (proxy, method, arguments) -> method.getName().equals("forward")
                        ? forward(layer, method, arguments)
                        : invoke(method, layer.block(), arguments));
    }

    private @Nullable Object forward(Layer layer, Method method, Object[] arguments)
            throws Throwable {
        Object[] fed = arguments.clone();
        fed[INPUTS] = feed.apply(layer.block(), (NDList) arguments[INPUTS]);
        Object outputs = invoke(method, layer.block(), fed);
        if (outputs instanceof NDList list) {
            listener.accept(layer, list);
        }
        return outputs;
    }

    private static @Nullable Object invoke(Method method, Block block, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(block, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void install(Block parent) {
        if (parent instanceof AbstractBlock) {
            replaceIn(children(parent));
        }
        for (Field field : StateFields.of(parent)) {
            Object value = StateFields.get(field, parent);
            if (value instanceof Block && taps.containsKey(value)) {
                replace(field, parent, (Block) value);
            } else if (value instanceof List<?> list) {
                replaceIn(list);
            }
        }
    }

    private static List<?> children(Block parent) {
        return StateFields.get(CHILDREN, parent) instanceof BlockList children
                ? children.values()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private void replaceIn(List<?> list) {
        ListIterator<Object> elements = ((List<Object>) list).listIterator();
        while (elements.hasNext()) {
            int index = elements.nextIndex();
            Object element = elements.next();
            Block tap = element instanceof Block ? taps.get(element) : null;
            if (tap != null && set((List<Object>) list, index, tap)) {
                undo.push(() -> set((List<Object>) list, index, element));
            }
        }
    }

    private static boolean set(List<Object> list, int index, Object element) {
        try {
            list.set(index, element);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private void replace(Field field, Block parent, Block child) {
        Block tap = taps.get(child);
        if (field.getType().isInstance(tap)) {
            StateFields.force(field, parent, tap);
            undo.push(() -> StateFields.force(field, parent, child));
        }
    }

    /** Puts every block back. */
    @Override
    public void close() {
        undo.forEach(Runnable::run);
        undo.clear();
    }
}
