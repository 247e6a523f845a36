package dev.mltest.preflight;

import dev.mltest.baseline.Baseline;
import dev.mltest.check.Budget;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckSuite;
import dev.mltest.library.DefaultChecks;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The sanity run: the default checks on a model before it is trained, without any test runner.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     Preflight.of(new DigitsModel().get()).budget(Duration.ofSeconds(30)).run().orThrow();
 *     ...
 * }
 * }</pre>
 */
public final class Preflight {

    private static final long DEFAULT_SEED = 42;

    private final ModelUnderTest model;
    private final List<String> ignored = new ArrayList<>();
    private CheckSuite suite = DefaultChecks.suite();
    private long firstSeed = DEFAULT_SEED;
    private int seeds = 1;
    private Device device = Device.cpu();
    private Budget budget = Budget.unlimited();
    private boolean diagnosis = true;
    private Accepted accepted = new Accepted(Baseline.empty(), LocalDate.now());
    private Function<CheckReport, String> reproducing = Preflight::inCode;
    private Consumer<Progress> listener = progress -> {};

    private Preflight(ModelUnderTest model) {
        this.model = model;
    }

    /** A run of the default checks on this model, under seed 42, on the host's processor. */
    public static Preflight of(ModelUnderTest model) {
        return new Preflight(model);
    }

    /**
     * Starts no experiment later than this. A check that then lacks evidence is not applicable.
     *
     * @throws ConfigurationException if the time is not positive
     */
    public Preflight budget(Duration time) {
        require(!time.isNegative() && !time.isZero(), "budget(%s)", time, "Duration.ofSeconds(30)");
        budget = Budget.of(time);
        return this;
    }

    /** Looks at the model under so many seeds, each the one after the one before. */
    public Preflight seeds(int count) {
        require(count >= 1, "seeds(%s)", count, "5");
        seeds = count;
        return this;
    }

    /** The first seed. */
    public Preflight seed(long first) {
        require(first >= 0, "seed(%s)", first, "42");
        firstSeed = first;
        return this;
    }

    /** Where to compute. */
    public Preflight device(Device where) {
        device = where;
        return this;
    }

    /**
     * Runs these checks of the suite alone, in its order; without any, all of them.
     *
     * @throws ConfigurationException if there is none of such an id; the message lists near ones
     */
    public Preflight checks(String... ids) {
        suite = SelectedChecks.of(suite, List.of(ids));
        return this;
    }

    /** Runs this suite in place of the default one. */
    public Preflight suite(CheckSuite given) {
        suite = given;
        return this;
    }

    /** Overlooks violations at places that match one of these globs. */
    public Preflight ignoring(String... globs) {
        ignored.addAll(List.of(globs));
        return this;
    }

    /** Goes on in spite of violations that are known, and accepted on the day of the run. */
    public Preflight accepting(Baseline known) {
        accepted = new Accepted(known, accepted.today());
        return this;
    }

    /** Looks for what is behind violations, or does not; by default it does. */
    public Preflight diagnosis(boolean wanted) {
        diagnosis = wanted;
        return this;
    }

    /** Tells how the run gets on, before each check and before the diagnosis. */
    public Preflight listener(Consumer<Progress> told) {
        listener = told;
        return this;
    }

    /** What to write into a failure for a reader who wants to see it again. */
    public Preflight reproducing(Function<CheckReport, String> line) {
        reproducing = line;
        return this;
    }

    /**
     * Runs the checks. Nothing is thrown for a model that violates them.
     *
     * @throws ConfigurationException if the model cannot be made or used as it is described, or the
     *     device is not there
     */
    public PreflightResult run() {
        CheckSuite wanted = SelectedChecks.ignoring(suite, ignored);
        Plan plan = new Plan(
                model, wanted, firstSeed, seeds, device, budget, diagnosis, accepted, reproducing);
        return PreflightRun.of(plan, listener);
    }

    private static String inCode(CheckReport report) {
        return "Preflight.of(...).seed(%d).checks(\"%s\").run()"
                .formatted(report.seeds().get(0), report.checkId());
    }

    private static void require(boolean met, String call, Object value, String example) {
        if (!met) {
            String written = "Preflight." + call;
            throw new ConfigurationException("%s is no use; write %s, for example"
                    .formatted(written.formatted(value), written.formatted(example)));
        }
    }
}
