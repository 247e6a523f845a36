package dev.mltest.experiment;

import dev.mltest.evidence.ConcurrencyEvidence;
import dev.mltest.evidence.Price;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.DeclaredService;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.RebuiltBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Do several threads that predict at once get what one thread gets? In a process of their own: an
 * engine may take its process down.
 */
public record Concurrency() implements Experiment<ConcurrencyEvidence> {

    private static final int LONGEST = 300;

    @Override
    public String id() {
        return "concurrency";
    }

    @Override
    public Class<ConcurrencyEvidence> evidenceType() {
        return ConcurrencyEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.FREE;
    }

    @Override
    public ConcurrencyEvidence perform(Bench bench) {
        bench.subject()
                .declarations()
                .require(
                        DeclaredService.class,
                        "service for several threads",
                        ".servesConcurrently(seed -> new DigitsService(seed))");
        RebuiltBy declared = NewJvm.declared(bench);
        ChildJvm ended = ChildJvm.run(
                ConcurrentCalls.class, declared.description(), bench.seed(), JvmSettings.none());
        Map<String, String> facts = facts(ended);
        if (!facts.containsKey("examples")) {
            throw ConfigurationException.ofPart(
                    "the service of .servesConcurrently(...) does not even predict in one thread; make it"
                            + " run by itself first. The new JVM said: "
                            + ended.output(),
                    null);
        }
        return evidence(ended, facts);
    }

    private static ConcurrencyEvidence evidence(ChildJvm ended, Map<String, String> facts) {
        return new ConcurrencyEvidence(
                (int) number(facts, "examples"),
                ConcurrentCalls.THREADS,
                (long) number(facts, "asked"),
                (long) number(facts, "compared"),
                (long) number(facts, "differing"),
                number(facts, "worst"),
                number(facts, "noise"),
                number(facts, "roundOff"),
                (long) number(facts, "thrown"),
                facts.getOrDefault("thrownFirst", ""),
                (int) number(facts, "unfinished"),
                ended.status(),
                ended.status() == 0 ? "" : lastWords(ended.output()));
    }

    /** What a JVM says of its own end, which begins with {@code #}; or else the last line. */
    private static String lastWords(String output) {
        String report = output.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
        String words = report.isEmpty()
                ? output.lines().reduce("", (earlier, last) -> last).strip()
                : report;
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    private static double number(Map<String, String> facts, String name) {
        return Double.parseDouble(facts.getOrDefault(name, "0"));
    }

    private static Map<String, String> facts(ChildJvm ended) {
        Map<String, String> facts = new HashMap<>();
        for (String line : ended.lines()) {
            int tab = line.indexOf('\t');
            facts.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return facts;
    }
}
