package dev.mltest.testing;

import dev.mltest.check.Bound;
import dev.mltest.check.CheckReport;
import dev.mltest.check.Measurement;
import dev.mltest.check.Outcome;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Subject;
import dev.mltest.model.SourceLine;
import dev.mltest.model.Task;
import dev.mltest.report.Reported;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Verdicts written by hand. Whatever is measured has to be more than 1. */
public final class WrittenReports {

    private WrittenReports() {}

    /** One that holds. */
    public static CheckReport held(String model, String check) {
        return held(model, check, 2);
    }

    /** One that holds of this value. */
    public static CheckReport held(String model, String check, double value) {
        return report(model, check, new Outcome.Held(List.of(row(0, value)), ""));
    }

    /** One that is violated. */
    public static CheckReport violated(String model, String check) {
        return violated(model, check, 0.5);
    }

    /** One that is violated by these values, the worst first, in a layer each. */
    public static CheckReport violated(String model, String check, double... values) {
        List<Measurement> rows = IntStream.range(0, values.length)
                .mapToObj(i -> row(i, values[i]))
                .toList();
        String summary = "%d of 9 layers are too small".formatted(values.length);
        return report(model, check, new Outcome.Violated(summary, rows, 9, List.of()));
    }

    /** One that could not be examined. */
    public static CheckReport notApplicable(String model, String check) {
        return report(model, check, new Outcome.NotApplicable("it has no loss"));
    }

    /** As a test class leaves them behind. */
    public static List<Reported> reported(CheckReport... reports) {
        return Stream.of(reports).map(WrittenReports::reported).toList();
    }

    private static Reported reported(CheckReport report) {
        return new Reported(
                report,
                Diagnosis.nothing(),
                "mvn test -Dtest='ModelTest#%s' -Dmltest.seed=42"
                        .formatted(report.checkId().replace('-', '_')),
                Optional.of(new SourceLine("org.shop.ModelTest", "ModelTest.java", 12)));
    }

    private static Measurement row(int layer, double value) {
        return new Measurement("layer" + layer, "size", value, Bound.above(1, "made up"));
    }

    private static CheckReport report(String model, String check, Outcome outcome) {
        return new CheckReport(
                new Subject(model, Task.regression(), "by hand"),
                check,
                "should have large layers",
                "small ones are too small",
                outcome,
                List.of(42L),
                Price.FREE,
                0.1,
                0);
    }
}
