package dev.mltest.cli.action;

import java.util.Map;

/**
 * What came of a job.
 *
 * @param status its exit status
 * @param log what was printed, annotations included
 * @param summary the job summary
 * @param outputs of the action
 */
record ActionRun(int status, String log, String summary, Map<String, String> outputs) {}
