package dev.mltest.cli.action;

import java.util.Map;

/**
 * What came of a step.
 *
 * @param outcome as the runner calls it
 * @param status the exit status
 * @param log what was printed
 * @param outputs for later steps
 */
record StepResult(String outcome, int status, String log, Map<String, String> outputs) {

    static final StepResult SKIPPED = new StepResult("skipped", 0, "", Map.of());
    static final StepResult SUCCESS = new StepResult("success", 0, "", Map.of());

    static StepResult of(int status, String log, Map<String, String> outputs) {
        return new StepResult(status == 0 ? "success" : "failure", status, log, outputs);
    }
}
