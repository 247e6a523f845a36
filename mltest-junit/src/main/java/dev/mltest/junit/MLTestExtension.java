package dev.mltest.junit;

import dev.mltest.model.ConfigurationException;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

import java.lang.reflect.Method;
import java.util.stream.Stream;

/** Makes one invocation of an {@link MLTest} for each of its seeds. */
final class MLTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), MLTest.class);
    }

    /**
     * One invocation for each seed.
     *
     * @throws ConfigurationException if the annotation or the configuration is unusable
     */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        HiddenOverrides.refuse(context.getRequiredTestClass());
        Conditions conditions = conditions(context);
        return conditions
                .allSeeds()
                .mapToObj(seed -> new MLTestInvocation(context, conditions, seed));
    }

    private static Conditions conditions(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        MLTest annotation =
                AnnotationSupport.findAnnotation(method, MLTest.class).orElseThrow();
        return Conditions.of(
                Configuration.of(context), new Attributes(annotation, TestNames.of(context)));
    }
}
