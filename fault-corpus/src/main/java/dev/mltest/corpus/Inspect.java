package dev.mltest.corpus;

import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.check.Outcome;
import dev.mltest.corpus.program.Program;
import dev.mltest.experiment.Laboratory;
import dev.mltest.library.DefaultChecks;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at single programs: {@code Inspect LO07 M1-DJL} prints what their oracles find and what
 * mltest says of them under one seed.
 */
public final class Inspect {

    private Inspect() {}

    /** Ids, or ids with engines, separated by commas or blanks; anything else is passed over. */
    public static void main(String... arguments) {
        Set<String> ids = Stream.of(arguments)
                .flatMap(argument -> Stream.of(argument.split("[,\\s]+")))
                .collect(Collectors.toSet());
        for (Entry entry : Corpus.entries()) {
            if (ids.contains(entry.key()) || ids.contains(entry.listing().id())) {
                inspect(entry);
            }
        }
        System.exit(0); // DJL's engine keeps threads
    }

    private static void inspect(Entry entry) {
        System.out.println(entry.key() + "  " + entry.listing().description());
        Program program = entry.program();
        long start = System.nanoTime();
        try {
            System.out.println("  oracle " + entry.oracle().confirm(program, program.twin()));
            System.out.printf("  oracle took %.1f s%n", (System.nanoTime() - start) * 1e-9);
            start = System.nanoTime();
            try (Laboratory laboratory = new Laboratory(program.declared())) {
                new CheckRunner(laboratory, Budget.unlimited())
                        .run(DefaultChecks.suite(), 1)
                        .forEach(Inspect::print);
            }
        } catch (RuntimeException thrown) {
            System.out.println("  threw " + thrown);
            thrown.printStackTrace(System.out);
        }
        System.out.printf("  suite took %.1f s%n", (System.nanoTime() - start) * 1e-9);
    }

    private static void print(CheckReport report) {
        String more = report.outcome() instanceof Outcome.Violated violated
                ? violated.summary() + " " + violated.violations()
                : report.outcome() instanceof Outcome.NotApplicable reason ? reason.reason() : "";
        System.out.printf("  %-34s %s %s%n", report.checkId(), report.outcome().label(), more);
    }
}
