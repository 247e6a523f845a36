package dev.mltest.junit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

import java.lang.reflect.Method;

/**
 * Starts the run of one invocation and makes it known to the assertions in the test. Wraps the
 * methods themselves rather than the callbacks around them, since {@code @Timeout} may move them to
 * another thread.
 */
final class TestRunExtension implements BeforeEachCallback, InvocationInterceptor {

    private final Conditions conditions;
    private final long seed;

    TestRunExtension(Conditions conditions, long seed) {
        this.conditions = conditions;
        this.seed = seed;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestRun.start(context, conditions, seed);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        TestRun.of(context).during(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        TestRun.of(context).during(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        TestRun.of(context).during(invocation);
    }
}
