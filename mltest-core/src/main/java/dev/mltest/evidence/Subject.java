package dev.mltest.evidence;

import dev.mltest.model.Task;

/**
 * What a report says of the model that was looked at.
 *
 * @param model its name
 * @param task what it is for
 * @param provenance what computed, or empty before anything did
 */
public record Subject(String model, Task task, String provenance) {}
