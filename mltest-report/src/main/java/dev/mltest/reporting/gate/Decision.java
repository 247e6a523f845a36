package dev.mltest.reporting.gate;

import dev.mltest.report.Reported;

import java.util.List;

/**
 * Whether a run may pass.
 *
 * @param policy by which it was decided
 * @param violations those that decide first, then the worst first
 * @param held what holds
 * @param notExamined what could not be examined
 * @param note on how it was decided; empty if there is nothing to say
 */
public record Decision(
        Policy policy,
        List<Weighed> violations,
        List<Reported> held,
        List<Reported> notExamined,
        String note) {

    /** What a process ends with if all that was judged is accepted. */
    public static final int HELD = 0;

    /** What a process ends with if a violation decides. */
    public static final int VIOLATED = 1;

    /** What a process ends with if nothing could be judged. */
    public static final int COULD_NOT_LOOK = 3;

    /** Keeps its own copies. */
    public Decision {
        violations = List.copyOf(violations);
        held = List.copyOf(held);
        notExamined = List.copyOf(notExamined);
    }

    /** The violations that fail the run. */
    public List<Weighed> deciding() {
        return violations.stream().filter(Weighed::decides).toList();
    }

    /** What a process ends with. */
    public int exitCode() {
        if (!deciding().isEmpty()) {
            return VIOLATED;
        }
        return violations.isEmpty() && held.isEmpty() ? COULD_NOT_LOOK : HELD;
    }

    /** The decision in a line. */
    public String describe() {
        return switch (exitCode()) {
            case VIOLATED ->
                "fails by policy '%s': %s of %s"
                        .formatted(policy.text(), deciding().size(), counted(violations.size()));
            case COULD_NOT_LOOK -> "nothing could be judged";
            default ->
                violations.isEmpty()
                        ? "everything that could be judged holds"
                        : "passes by policy '%s' in spite of %s"
                                .formatted(policy.text(), counted(violations.size()));
        };
    }

    private static String counted(int violations) {
        return violations == 1 ? "1 violation" : violations + " violations";
    }
}
