package dev.mltest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class StackTracesTests {

    private static final StackTraceElement OURS = frame("dev.mltest.junit.ModelAssert");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.mltest.junit.ModelAssert",
                "dev.mltest.junit.ModelSoftAssertions$Collecting",
                "dev.mltest.check.CheckRunner",
                "dev.mltest.comparison.TensorReader",
                "dev.mltest.library.DefaultChecks",
                "dev.mltest.library.gradient.GradientsReachEveryParameter"
            })
    void frames_of_the_library_are_ours(String className) {
        assertThat(StackTraces.isOurs(className)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.DigitsTest",
                "dev.mltest.sample.DigitsTest",
                "dev.mltest.sample.junit.DigitsTest",
                "dev.mltestish.check.Mine",
                "org.junit.jupiter.engine.JupiterTestEngine"
            })
    void frames_of_others_are_not(String className) {
        assertThat(StackTraces.isOurs(className)).isFalse();
    }

    @Test
    void frames_of_others_stay_in_order() {
        assertThat(trimmed(
                        OURS,
                        frame("com.acme.A"),
                        OURS,
                        frame("java.util.List"),
                        frame("com.acme.B")))
                .containsExactly("com.acme.A", "java.util.List", "com.acme.B");
    }

    @Test
    void what_leads_from_the_runner_to_the_test_is_left_out() {
        assertThat(trimmed(
                        OURS,
                        frame("com.acme.A"),
                        frame("jdk.internal.reflect.Accessor"),
                        frame("java.lang.reflect.Method"),
                        frame("org.junit.platform.commons.util.ReflectionUtils"),
                        frame("org.junit.jupiter.engine.execution.MethodInvocation"),
                        frame("java.util.ArrayList"),
                        frame("com.intellij.rt.junit.JUnitStarter")))
                .containsExactly("com.acme.A");
    }

    @Test
    void a_test_that_is_ours_leaves_no_frame() {
        assertThat(trimmed(
                        OURS,
                        frame("java.lang.reflect.Method"),
                        frame("org.junit.platform.commons.util.ReflectionUtils")))
                .isEmpty();
    }

    private static List<String> trimmed(StackTraceElement... frames) {
        Throwable thrown = new Throwable();
        thrown.setStackTrace(frames);
        return Stream.of(StackTraces.trimmed(thrown).getStackTrace())
                .map(StackTraceElement::getClassName)
                .toList();
    }

    private static StackTraceElement frame(String className) {
        return new StackTraceElement(className, "method", "File.java", 1);
    }
}
