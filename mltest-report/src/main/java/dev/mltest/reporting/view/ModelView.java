package dev.mltest.reporting.view;

import dev.mltest.evidence.Subject;
import dev.mltest.reporting.plot.Gallery;

import java.util.List;

/**
 * What one suite found out about one model.
 *
 * @param id in the page
 * @param suite name of the suite
 * @param subject the model
 * @param checks its verdicts, violations first
 * @param gallery what there is to look at
 * @param troubles why some of it is missing
 */
public record ModelView(
        String id,
        String suite,
        Subject subject,
        List<CheckView> checks,
        Gallery gallery,
        List<String> troubles) {

    /** Keeps its own copies. */
    public ModelView {
        checks = List.copyOf(checks);
        troubles = List.copyOf(troubles);
    }

    /** How its verdicts ended. */
    public Counts counts() {
        return Counts.of(checks);
    }

    /** Where the model is described, as file and line; empty if unknown. */
    public String declaredAt() {
        return checks.stream()
                .flatMap(check -> check.reported().declared().stream())
                .map(line -> line.file() + ":" + line.line())
                .findFirst()
                .orElse("");
    }
}
