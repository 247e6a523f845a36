package dev.mltest.junit;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One invocation of an {@link MLTest}, under one seed. */
final class MLTestInvocation implements TestTemplateInvocationContext {

    private final ExtensionContext template;
    private final Conditions conditions;
    private final long seed;

    MLTestInvocation(ExtensionContext template, Conditions conditions, long seed) {
        this.template = template;
        this.conditions = conditions;
        this.seed = seed;
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return "%s [seed %d]".formatted(nameOfTest(), seed);
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new TestRunExtension(conditions, seed), new ParameterExtension());
    }

    private String nameOfTest() {
        String name = template.getDisplayName();
        String parameters = parameterList(template.getRequiredTestMethod());
        return name.endsWith(parameters)
                ? name.substring(0, name.length() - parameters.length()).stripTrailing()
                : name;
    }

    private static String parameterList(Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
