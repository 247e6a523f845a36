package dev.mltest.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs fixtures, and reads what came of them. */
final class Jupiter {

    private Jupiter() {}

    static EngineExecutionResults run(Class<?> fixture) {
        return run(fixture, Map.of());
    }

    static EngineExecutionResults run(Class<?> fixture, Map<String, String> configuration) {
        return run(configuration, selectClass(fixture));
    }

    /** One after the other, in one run. */
    static EngineExecutionResults run(Map<String, String> configuration, Class<?>... fixtures) {
        return run(
                configuration,
                Stream.of(fixtures)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(DiscoverySelector[]::new));
    }

    /** All at the same time. */
    static EngineExecutionResults runConcurrently(Class<?>... fixtures) {
        return runConcurrently(Map.of(), fixtures);
    }

    /** All at the same time. */
    static EngineExecutionResults runConcurrently(
            Map<String, String> configuration, Class<?>... fixtures) {
        Map<String, String> all = new HashMap<>(configuration);
        all.putAll(Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "6"));
        return run(all, fixtures);
    }

    static EngineExecutionResults runMethod(
            Class<?> fixture, String method, Class<?>... parameterTypes) {
        return run(Map.of(), selectMethod(fixture, method, parameterTypes));
    }

    private static EngineExecutionResults run(
            Map<String, String> configuration, DiscoverySelector... selectors) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectors)
                .configurationParameters(configuration)
                .execute();
    }

    /** Display names of the invocations that ran, in order. */
    static List<String> invocations(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** What the only invocation or container that did not succeed threw. */
    static Throwable thrown(EngineExecutionResults results) {
        List<Throwable> all = allThrown(results);
        if (all.size() != 1) {
            throw new AssertionError("expected one throwable, but there are " + all);
        }
        return all.get(0);
    }

    static List<Throwable> allThrown(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .map(Jupiter::result)
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    static List<Map<String, String>> reportEntries(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    private static TestExecutionResult result(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class);
    }
}
