package dev.mltest.experiment;

import dev.mltest.model.Batch;
import dev.mltest.model.NamedTensors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out examples whose inputs stand in the batch already: they could not be told apart. */
final class DistinctRows {

    private DistinctRows() {}

    static Batch of(Batch batch) {
        Set<NamedTensors> seen = new HashSet<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < batch.size(); row++) {
            if (seen.add(batch.rows(row).inputs())) {
                rows.add(row);
            }
        }
        return batch.rows(rows.stream().mapToInt(Integer::intValue).toArray());
    }
}
