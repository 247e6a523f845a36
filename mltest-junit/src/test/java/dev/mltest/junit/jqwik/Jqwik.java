package dev.mltest.junit.jqwik;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import java.util.stream.Collectors;

/** Runs the properties of fixtures, and reads what came of them. */
final class Jqwik {

    private Jqwik() {}

    static EngineExecutionResults run(Class<?> fixture) {
        return EngineTestKit.engine("jqwik")
                .selectors(selectClass(fixture))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .execute();
    }

    /** What the only property that failed threw. */
    static Throwable thrown(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** What jqwik says beside it. */
    static String report(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .flatMap(entries -> entries.values().stream())
                .collect(Collectors.joining("\n"));
    }
}
