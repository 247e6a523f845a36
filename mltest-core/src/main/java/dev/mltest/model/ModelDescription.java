package dev.mltest.model;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;

/**
 * A model that a class describes: one that implements {@code Supplier<ModelUnderTest>} and has a
 * constructor without parameters. A command line, or another process, can name such a class.
 */
public final class ModelDescription {

    private ModelDescription() {}

    /**
     * What the class of this name describes.
     *
     * @param className binary name, nested classes joined by {@code $}
     * @throws ConfigurationException if there is no such class, or it describes no model
     * @throws NotAvailableException if it says that the model cannot be had here
     */
    public static ModelUnderTest by(String className) {
        Class<?> type = load(className);
        if (!Supplier.class.isAssignableFrom(type)) {
            throw new ConfigurationException(
                    "%s describes no model; let it implement Supplier<ModelUnderTest>"
                            .formatted(className));
        }
        Object described = guarded(className, () -> ((Supplier<?>) instance(type)).get());
        if (described instanceof ModelUnderTest model) {
            return model;
        }
        throw new ConfigurationException(
                "%s.get() returned %s; return a model, for example one from ModelUnderTest.named(...).task(...).trainingData(...).build()"
                        .formatted(className, described == null ? "null" : described.getClass()));
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new ConfigurationException(
                    "there is no class '%s'; write its whole name, package included, and put it on the class path"
                            .formatted(className),
                    missing);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new ConfigurationException(
                    "%s cannot be made: it needs a constructor without parameters, and must not be abstract or an inner class"
                            .formatted(type.getName()),
                    missing);
        }
    }

    private static @Nullable Object guarded(
            String className, Supplier<? extends @Nullable Object> call) {
        try {
            return call.get();
        } catch (ConfigurationException | NotAvailableException known) {
            throw known;
        } catch (RuntimeException | LinkageError thrown) {
            throw new ConfigurationException(
                    "%s threw %s; let it describe the model without failing"
                            .formatted(className, thrown),
                    thrown);
        }
    }
}
