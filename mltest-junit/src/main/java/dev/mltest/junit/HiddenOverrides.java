package dev.mltest.junit;

import dev.mltest.model.ConfigurationException;

import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Finds tests of an interface that a class overrides without an annotation. JUnit does not see such
 * a method, so that a check would be gone without a word.
 */
final class HiddenOverrides {

    private HiddenOverrides() {}

    static void refuse(Class<?> testClass) {
        for (Method method : testClass.getMethods()) {
            if (isHidden(method)
                    && interfacesOf(testClass).anyMatch(type -> isTestOf(type, method))) {
                String name = method.getName();
                throw new ConfigurationException(
                        "%s.%s overrides an @MLTest without being one, so that JUnit does not see it;"
                                        .formatted(TestNames.of(testClass), name)
                                + " write @MLTest above it, and @Disabled(\"why\") to switch it off");
            }
        }
    }

    private static boolean isHidden(Method method) {
        return !method.isBridge() && !AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static Stream<Class<?>> interfacesOf(Class<?> type) {
        Stream<Class<?>> direct = Arrays.stream(type.getInterfaces());
        Stream<Class<?>> above = Stream.concat(direct, Stream.ofNullable(type.getSuperclass()))
                .flatMap(HiddenOverrides::interfacesOf);
        return type.isInterface() ? Stream.concat(Stream.of(type), above) : above;
    }

    private static boolean isTestOf(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(declared -> AnnotationSupport.isAnnotated(declared, MLTest.class))
                .anyMatch(declared -> isSame(declared, method));
    }

    private static boolean isSame(Method declared, Method method) {
        return declared.getName().equals(method.getName())
                && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes());
    }
}
