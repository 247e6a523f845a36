package dev.mltest.report;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.mltest.model.ConfigurationException;

/** What is wrong with a file, without the parser's remarks about its source. */
final class Malformed {

    private Malformed() {}

    static String reason(Exception malformed) {
        if (malformed.getCause() instanceof ConfigurationException unusable) {
            return unusable.reason();
        }
        String reason = malformed instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : malformed.getMessage();
        return String.valueOf(reason).lines().findFirst().orElse("no reason given");
    }
}
