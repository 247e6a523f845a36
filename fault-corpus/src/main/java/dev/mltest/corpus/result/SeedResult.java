package dev.mltest.corpus.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all arms said of one program under one seed.
 *
 * @param seed the seed
 * @param arms one entry for each arm that was asked
 */
public record SeedResult(long seed, List<ArmResult> arms) {

    /** Keeps its own copy. */
    public SeedResult {
        arms = List.copyOf(arms);
    }

    /** These arms and those, whose word counts where both were asked. */
    SeedResult and(SeedResult later) {
        List<ArmResult> all = new ArrayList<>(later.arms);
        arms.stream().filter(result -> later.of(result.arm()).isEmpty()).forEach(all::add);
        return new SeedResult(seed, all);
    }

    /** What the others said. */
    SeedResult without(List<String> names) {
        return new SeedResult(
                seed,
                arms.stream().filter(result -> !names.contains(result.arm())).toList());
    }

    /** What this arm said, if it was asked. */
    public Optional<ArmResult> of(String arm) {
        return arms.stream().filter(result -> result.arm().equals(arm)).findFirst();
    }
}
