package dev.mltest.junit;

import dev.mltest.experiment.Laboratory;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.model.Trainable;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands out what an {@link MLTest} is about. JUnit wraps whatever a resolver throws into an error
 * of its own; here it is unwrapped, so that an aborted test is aborted.
 */
final class ParameterExtension
        implements ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {

    private static final Map<Class<?>, Function<TestRun, Object>> KNOWN = Map.of(
            ModelUnderTest.class,
            TestRun::model,
            Laboratory.class,
            TestRun::laboratory,
            Batch.class,
            TestRun::firstBatch,
            Predictor.class,
            run -> run.freshModel(Predictor.class),
            Differentiable.class,
            run -> run.freshModel(Differentiable.class),
            Trainable.class,
            run -> run.freshModel(Trainable.class));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Method
                && (parameter.isAnnotated(Seed.class)
                        || known(parameter.getParameter().getType()).isPresent());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestRun run = TestRun.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (!parameter.isAnnotated(Seed.class)) {
            return known(type).orElseThrow().apply(run);
        }
        if (type != long.class && type != Long.class) {
            throw noSeed(parameter.getParameter(), context);
        }
        return run.seed();
    }

    private static Optional<Function<TestRun, Object>> known(Class<?> type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    private static ConfigurationException noSeed(Parameter parameter, ExtensionContext context) {
        return new ConfigurationException(
                "@Seed on parameter '%s' of %s needs a long, but it is %s; write @Seed long %1$s"
                        .formatted(
                                parameter.getName(),
                                TestNames.of(context),
                                parameter.getType().getSimpleName()));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        throw unwrapped(thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        throw unwrapped(thrown);
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        boolean isOurs =
                cause instanceof TestAbortedException || cause instanceof ConfigurationException;
        return thrown instanceof ParameterResolutionException && cause != null && isOurs
                ? cause
                : thrown;
    }
}
