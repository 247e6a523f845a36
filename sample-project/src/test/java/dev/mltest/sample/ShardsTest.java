package dev.mltest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mltest.check.CheckReport;
import dev.mltest.check.Outcome;
import dev.mltest.report.Reported;
import dev.mltest.reporting.results.Results;
import dev.mltest.reporting.results.Suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A suite that was split among machines is reported as if it had not been. */
class ShardsTest {

    private static final List<String> SUITE = List.of(
            "dev.mltest.sample.AreaEstimatorTest",
            "dev.mltest.sample.LanguageIdentifierTest",
            "dev.mltest.sample.RandomFeaturesTest",
            "dev.mltest.sample.Dl4jRandomFeaturesTest",
            "dev.mltest.sample.broken.djl.DetachedBranchTestCase");

    @TempDir
    private Path directory;

    @Test
    void two_shards_merged_equal_one_unsharded_run() {
        Path whole = run("whole", "1/1");
        Path first = run("first", "1/2");
        Path second = run("second", "2/2");

        Results expected = Results.read(List.of(whole));
        Results merged = Results.read(List.of(second, first));

        assertThat(merged.suites())
                .extracting(Suite::name)
                .containsExactlyInAnyOrderElementsOf(SUITE);
        assertThat(verdicts(merged)).isEqualTo(verdicts(expected));
        assertThat(evidence(merged)).isEqualTo(evidence(expected));
        assertThat(suites(first)).isNotEmpty().doesNotContainAnyElementsOf(suites(second));
        assertThat(suites(second)).isNotEmpty();
        assertThat(merged.verdicts())
                .anyMatch(verdict -> verdict.report().outcome() instanceof Outcome.Violated)
                .hasSizeGreaterThan(200);
    }

    private Path run(String name, String shard) {
        Path results = directory.resolve(name);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(SUITE.stream().map(DiscoverySelectors::selectClass).toList())
                .configurationParameter("mltest.evidence", results.toString())
                .configurationParameter("mltest.shard", shard)
                .configurationParameter("mltest.table", "false")
                .build();
        LauncherFactory.create().execute(request);
        return results;
    }

    private static List<String> suites(Path results) {
        return Results.read(List.of(results)).suites().stream().map(Suite::name).toList();
    }

    private static List<Reported> verdicts(Results results) {
        return results.verdicts().stream().map(ShardsTest::withoutTime).toList();
    }

    private static Stream<String> evidenceNames(Suite suite) {
        return suite.evidence().stream().map(file -> file.getFileName().toString());
    }

    private static List<String> evidence(Results results) {
        return results.suites().stream().flatMap(ShardsTest::evidenceNames).toList();
    }

    private static Reported withoutTime(Reported verdict) {
        CheckReport report = verdict.report();
        CheckReport timeless = new CheckReport(
                report.subject(),
                report.checkId(),
                report.claim(),
                report.because(),
                report.outcome(),
                report.seeds(),
                report.spent(),
                0,
                report.falseAlarmRate());
        return new Reported(timeless, verdict.diagnosis(), verdict.reproduce(), verdict.declared());
    }
}
