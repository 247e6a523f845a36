package dev.mltest.junit;

import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.report.VerdictLog;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of one class share: the model, one laboratory for each device, and the verdicts.
 * Safe for use by several threads.
 */
final class ClassRun implements AutoCloseable {

    private static final Namespace NAMESPACE = Namespace.create(ClassRun.class);

    private final Class<?> testClass;
    private final Keepsakes keepsakes;
    private final Map<Device, Laboratory> laboratories = new LinkedHashMap<>();
    private final VerdictLog verdicts = new VerdictLog();
    private @Nullable SuppliedModel model;

    private ClassRun(Class<?> testClass, Keepsakes keepsakes) {
        this.testClass = testClass;
        this.keepsakes = keepsakes;
    }

    /** Of the class that supplies the model, which may be one around the test's own. */
    static ClassRun of(ExtensionContext invocation, Optional<ModelTests> tests) {
        Object owner = tests.isPresent() ? tests.get() : invocation.getRequiredTestInstance();
        ExtensionContext context = contextOf(owner, invocation);
        Class<?> testClass = context.getRequiredTestClass();
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        testClass,
                        key -> new ClassRun(testClass, Keepsakes.of(context)),
                        ClassRun.class);
    }

    private static ExtensionContext contextOf(Object owner, ExtensionContext invocation) {
        ExtensionContext context = invocation;
        while (context.getTestMethod().isPresent()
                || !context.getRequiredTestClass().isInstance(owner)) {
            context = context.getParent().orElseThrow();
        }
        return context;
    }

    /** What {@code model()} returned when it was first asked. */
    synchronized ModelUnderTest model(ModelTests tests) {
        if (model == null) {
            model = SuppliedModel.askedOf(tests);
        }
        return model.get();
    }

    /** The laboratory on this device; aborts the test if the device is not there. */
    synchronized Laboratory laboratory(
            ModelUnderTest about, Device device, long seed, boolean required) {
        Laboratory known = laboratories.get(device);
        if (known != null) {
            return known;
        }
        Models.requireDevice(about, device, seed, required);
        Laboratory opened = new Laboratory(about, device);
        laboratories.put(device, opened);
        return opened;
    }

    VerdictLog verdicts() {
        return verdicts;
    }

    @Override
    public synchronized void close() {
        try {
            keepsakes.keep(testClass, laboratories.values(), verdicts.verdicts());
        } finally {
            laboratories.values().forEach(Laboratory::close);
        }
    }
}
