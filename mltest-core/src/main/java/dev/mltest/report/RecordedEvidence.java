package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.mltest.evidence.Answer;
import dev.mltest.evidence.Evidence;
import dev.mltest.evidence.EvidenceSource;
import dev.mltest.evidence.Price;
import dev.mltest.evidence.Question;
import dev.mltest.evidence.Subject;
import dev.mltest.model.ConfigurationException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers from a recording. The type of an answer comes from the question, never from the file. */
public final class RecordedEvidence implements EvidenceSource {

    private final ObjectMapper json;
    private final Subject subject;
    private final Map<Asked, JsonNode> entries = new LinkedHashMap<>();

    /**
     * What was asked.
     *
     * @param question the question's id
     * @param seed the seed it was asked under
     */
    public record Asked(String question, long seed) {}

    RecordedEvidence(ObjectMapper json, Subject subject, JsonNode recordings) {
        this.json = json;
        this.subject = subject;
        for (JsonNode entry : recordings) {
            entries.put(
                    new Asked(
                            entry.required("question").asText(),
                            entry.required("seed").asLong()),
                    entry);
        }
    }

    @Override
    public Subject subject() {
        return subject;
    }

    /** Everything that was asked, in order, whether or not it could be answered. */
    public List<Asked> asked() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public Price price(Question<?> question) {
        return Price.FREE;
    }

    @Override
    public boolean knows(Question<?> question, long seed) {
        return true;
    }

    @Override
    public <E extends Evidence> Answer<E> ask(Question<E> question, long seed) {
        JsonNode entry = entries.get(new Asked(question.id(), seed));
        if (entry == null) {
            return new Answer.Unavailable<>(
                    "the recording holds no '%s' for seed %d".formatted(question.id(), seed));
        }
        if (entry.has("unavailable")) {
            return new Answer.Unavailable<>(entry.get("unavailable").asText());
        }
        try {
            return new Answer.Seen<>(
                    json.treeToValue(entry.required("evidence"), question.evidenceType()),
                    json.treeToValue(entry.required("spent"), Price.class),
                    entry.required("seconds").asDouble());
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw new ConfigurationException(
                    "the recording of '%s' for seed %d is not readable: %s; record it again"
                            .formatted(question.id(), seed, Malformed.reason(malformed)),
                    malformed);
        }
    }
}
