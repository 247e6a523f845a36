package dev.mltest.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.engine.PtNDArray;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A scope that also keeps the Java buffers behind its arrays until it closes.
 *
 * <p>DJL wraps plain numbers, such as the factor in {@code x.mul(0.5f)}, in arrays on Java buffers
 * and forgets the buffers at once, while the graph still refers to their memory. If a garbage
 * collection falls between forward and backward pass, the gradient is computed from whatever lies
 * there by then.
 */
final class PinningScope extends ThoroughScope {

    private static final Field RESOURCES = StateFields.named(NDScope.class, "resources");
    private static final Field BUFFER = StateFields.named(PtNDArray.class, "dataRef");

    private final List<Object> buffers = new ArrayList<>();

    PinningScope() {
        StateFields.force(RESOURCES, this, new Registry(buffers));
    }

    /** The arrays of the scope; what is registered has its buffer still. */
    private static final class Registry extends IdentityHashMap<NDArray, NDArray> {

        private static final long serialVersionUID = 1L;

        private final transient List<Object> buffers;

        Registry(List<Object> buffers) {
            this.buffers = buffers;
        }

        @Override
        public @Nullable NDArray put(NDArray key, NDArray value) {
            Object buffer = key instanceof PtNDArray ? StateFields.get(BUFFER, key) : null;
            if (buffer != null) {
                buffers.add(buffer);
            }
            return super.put(key, value);
        }
    }
}
