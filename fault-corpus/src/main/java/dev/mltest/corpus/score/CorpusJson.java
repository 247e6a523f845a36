package dev.mltest.corpus.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.mltest.corpus.Entry;
import dev.mltest.corpus.result.Json;
import dev.mltest.corpus.result.ProgramResult;
import dev.mltest.corpus.result.WholeFile;

import java.nio.file.Path;
import java.util.Map;

/** The scores as JSON, for other programs to read. */
public final class CorpusJson {

    private static final ObjectMapper JSON = Json.mapper();

    private CorpusJson() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param whole whether no program, arm or seed was left out
     */
    public static void write(Path file, Scores scores, boolean whole) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "mltest-corpus").put("version", 1).put("whole", whole);
        root.put(
                "counted", "faults of T1 and T2 that their oracle confirmed; T3 under byTier only");
        ArrayNode arms = root.putArray("arms");
        scores.arms().forEach(arm -> arms.add(arm(scores, arm)));
        ArrayNode programs = root.putArray("programs");
        scores.programs().forEach(program -> programs.add(JSON.valueToTree(program)));
        ArrayNode oracles = root.putArray("oracles");
        scores.entries().forEach(entry -> oracles.add(oracle(entry, scores.result(entry))));
        WholeFile.write(file, root.toPrettyString() + "\n");
    }

    private static ObjectNode arm(Scores scores, String arm) {
        ObjectNode node = tally(scores.tally(arm));
        node.set("byEngine", tallies(scores.by(arm, ProgramScore::engine)));
        node.set("byTier", tallies(scores.byTier(arm)));
        node.set("byGroup", tallies(scores.by(arm, ProgramScore::group)));
        return node;
    }

    private static ObjectNode tallies(Map<String, Tally> tallies) {
        ObjectNode node = JSON.createObjectNode();
        tallies.forEach((value, tally) -> node.set(value, tally(tally)));
        return node;
    }

    private static ObjectNode tally(Tally tally) {
        return JSON.valueToTree(tally);
    }

    private static ObjectNode oracle(Entry entry, ProgramResult result) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", entry.listing().id());
        node.put("engine", entry.program().engine().name());
        node.put("standing", Standing.of(result).name());
        node.put(
                "evidence",
                result.isBlocked() ? result.refusal() : result.oracle().evidence());
        node.put("seconds", result.oracleSeconds());
        return node;
    }
}
