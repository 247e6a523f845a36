package dev.mltest.djl;

import ai.djl.nn.AbstractBaseBlock;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.SymbolBlock;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The fields in which blocks, optimisers and learning-rate trackers keep what they remember. */
final class StateFields {

    private static final ClassValue<List<Field>> OF_CLASS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private StateFields() {}

    /** Whether an object may remember something between two passes. */
    static boolean isStateful(Object value) {
        return value instanceof Optimizer
                || value instanceof ParameterTracker
                || value instanceof Block && !(value instanceof SymbolBlock);
    }

    /** Its fields; those of DJL's base classes for blocks, which hold structure, left out. */
    static List<Field> of(Object stateful) {
        return OF_CLASS.get(stateful.getClass());
    }

    private static List<Field> find(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> level = type;
                level != null && !isStructure(level);
                level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static boolean isStructure(Class<?> type) {
        return type == AbstractBlock.class
                || type == AbstractBaseBlock.class
                || type == Object.class;
    }

    /** A field by name. */
    static Field named(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("unexpected version of DJL", e);
        }
    }

    static @Nullable Object get(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Field field, Object of, @Nullable Object value) {
        if (get(field, of) != value && !Modifier.isFinal(field.getModifiers())) {
            force(field, of, value);
        }
    }

    /** Sets a field even if it is final. */
    static void force(Field field, Object of, @Nullable Object value) {
        try {
            field.set(of, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
