package dev.mltest.check;

import dev.mltest.model.ConfigurationException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks run one after another. A declared part that does not work takes down the checks that need
 * it and no others.
 */
public final class SuiteRun {

    private final List<CheckReport> reports = new ArrayList<>();
    private final Map<String, ConfigurationException> broken = new LinkedHashMap<>();
    private final Map<String, List<String>> unjudged = new LinkedHashMap<>();

    private SuiteRun() {}

    /** Runs all checks of a suite in its order. */
    public static SuiteRun of(CheckSuite suite, Function<Check, CheckReport> runner) {
        SuiteRun run = new SuiteRun();
        suite.checks().forEach(check -> run.add(check, runner));
        return run;
    }

    private void add(Check check, Function<Check, CheckReport> runner) {
        try {
            reports.add(runner.apply(check));
        } catch (ConfigurationException misuse) {
            if (!misuse.isOfPart()) {
                throw misuse;
            }
            broken.putIfAbsent(misuse.reason(), misuse);
            unjudged.computeIfAbsent(misuse.reason(), unused -> new ArrayList<>())
                    .add(check.id());
        }
    }

    /** What came of the checks that could be judged. */
    public List<CheckReport> reports() {
        return List.copyOf(reports);
    }

    /** Why others could not, if there are any: one error for all of them. */
    public Optional<ConfigurationException> error() {
        return broken.values().stream()
                .findFirst()
                .map(first -> ConfigurationException.ofPart(message(), first));
    }

    private String message() {
        return unjudged.entrySet().stream()
                .map(part -> "%s (not judged without it: %s)"
                        .formatted(part.getKey(), String.join(", ", part.getValue())))
                .collect(Collectors.joining("; "));
    }
}
