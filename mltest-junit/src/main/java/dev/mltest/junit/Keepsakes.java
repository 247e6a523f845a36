package dev.mltest.junit;

import dev.mltest.check.CheckReport;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.Portrait;
import dev.mltest.model.ConfigurationException;
import dev.mltest.report.Reported;
import dev.mltest.report.ResultsDirectory;
import dev.mltest.report.VerdictTable;

import org.junit.jupiter.api.extension.ExtensionContext;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stays of a test class when it is done, as configured.
 *
 * @param evidence the directory that verdicts and evidence are written to, if any
 * @param table whether the verdicts are printed
 */
record Keepsakes(Optional<ResultsDirectory> evidence, boolean table) {

    /**
     * As configured.
     *
     * @throws ConfigurationException if nothing can be written to the directory named
     */
    static Keepsakes of(ExtensionContext context) {
        Configuration configuration = Configuration.of(context);
        Optional<ResultsDirectory> evidence = configuration
                .get(Setting.EVIDENCE)
                .map(directory ->
                        new ResultsDirectory(directory).requireWritable(Setting.EVIDENCE.name()));
        return new Keepsakes(evidence, configuration.isTrue(Setting.TABLE));
    }

    void keep(Class<?> testClass, Collection<Laboratory> laboratories, List<Reported> verdicts) {
        if (table && !verdicts.isEmpty()) {
            System.out.println(tables(verdicts.stream().map(Reported::report).toList()));
        }
        evidence.ifPresent(directory -> {
            String suite = testClass.getName();
            laboratories.forEach(laboratory -> directory.keep(
                    suite,
                    laboratory.device(),
                    laboratory.subject(),
                    Portrait.besideRecordingsOf(laboratory)));
            directory.keep(suite, verdicts);
        });
    }

    private static String tables(List<CheckReport> reports) {
        Map<String, List<CheckReport>> byModel = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.subject().model(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byModel.values().stream().map(VerdictTable::of).collect(Collectors.joining("\n\n"));
    }
}
