package dev.mltest.corpus.score;

import java.util.List;
import java.util.Set;

/**
 * The faults of the corpus that a published benchmark has too, so that results can be compared.
 *
 * @param name whose benchmark
 * @param ids the faults
 */
record Subset(String name, Set<String> ids) {

    /** As the corpus' protocol lists them. */
    static final List<Subset> PUBLISHED = List.of(
            new Subset(
                    "TheDeepChecker's fault families",
                    Set.of(
                            "PP02", "LO06", "OP10", "OP01", "OP03", "OP02", "RN05", "TE03", "PP01",
                            "RN04", "LO05", "RN01", "RN02", "LB05", "LO04", "DA01", "AC01", "AC03",
                            "AC05", "PP08", "IN02", "IN04", "LB02", "LO03", "LO07", "LO01",
                            "LO02")),
            new Subset(
                    "DeepFD's and DEFault's fault types",
                    Set.of(
                            "OP01", "OP02", "AC02", "AC03", "AC04", "AC05", "LO01", "LO02", "LO03",
                            "LO04", "LO05", "OP06", "TL03", "PP01")),
            new Subset(
                    "DeepCrime's operators",
                    Set.of(
                            "DA01", "DA09", "DA10", "LB01", "TL03", "TL04", "OP02", "AC01", "AC02",
                            "RN01", "RN02", "RN04", "IN01", "AR11", "LO01", "LO02", "OP06")),
            new Subset(
                    "NeuraLint's rules that are faults",
                    Set.of(
                            "AR04", "AR05", "IN01", "IN02", "IN07", "AC02", "LO04", "LO05", "LB04",
                            "TL02")));
}
