package dev.mltest.junit;

import dev.mltest.check.CheckListener;
import dev.mltest.check.CheckReport;
import dev.mltest.check.CheckRunner;
import dev.mltest.diagnosis.Diagnosis;
import dev.mltest.experiment.Laboratory;
import dev.mltest.experiment.TrainingBatches;
import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Predictor;
import dev.mltest.report.Reported;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One invocation of an {@link MLTest}: its seed, its conditions, and a model of its own. */
final class TestRun implements AutoCloseable, CheckListener {

    private static final Namespace NAMESPACE = Namespace.create(TestRun.class);
    private static final ThreadLocal<@Nullable TestRun> CURRENT = new ThreadLocal<>();

    private final ExtensionContext context;
    private final Conditions conditions;
    private final long seed;
    private final Optional<ModelTests> tests;
    private final ClassRun shared;
    private final Known known;
    private @Nullable CheckRunner runner;
    private @Nullable Predictor freshModel;

    private TestRun(ExtensionContext context, Conditions conditions, long seed) {
        this.context = context;
        this.conditions = conditions;
        this.seed = seed;
        this.tests = context.getRequiredTestInstances().findInstance(ModelTests.class);
        this.shared = ClassRun.of(context, tests);
        this.known = Known.of(context, conditions);
    }

    /** Starts a run; aborts the test if its device is not there. */
    static void start(ExtensionContext context, Conditions conditions, long seed) {
        TestRun run = new TestRun(context, conditions, seed);
        context.getStore(NAMESPACE).put(TestRun.class, run);
        if (run.tests.isPresent() && conditions.device().kind() != Device.Kind.CPU) {
            run.laboratory();
        }
    }

    static TestRun of(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(TestRun.class, TestRun.class);
    }

    /** The run that the method running in this thread belongs to. */
    static Optional<TestRun> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Calls a method of the test, and lets it know the run. */
    void during(Invocation<Void> method) throws Throwable {
        TestRun outer = CURRENT.get();
        CURRENT.set(this);
        try {
            method.proceed();
        } finally {
            CURRENT.set(outer);
        }
    }

    long seed() {
        return seed;
    }

    Conditions conditions() {
        return conditions;
    }

    /**
     * The model that the test class is about.
     *
     * @throws ConfigurationException if there is none
     */
    ModelUnderTest model() {
        return shared.model(tests.orElseThrow(this::noModel));
    }

    private ConfigurationException noModel() {
        return new ConfigurationException(
                "%s asks for a model, but %s has none; let it implement dev.mltest.junit.ModelTests"
                                .formatted(
                                        TestNames.of(context),
                                        TestNames.of(context.getRequiredTestClass()))
                        + " and return the model from model()");
    }

    /** Violations that are accepted for a while. */
    Known known() {
        return known;
    }

    boolean isAbout(ModelUnderTest other) {
        return tests.isPresent() && model() == other;
    }

    Laboratory laboratory() {
        return laboratory(conditions.device());
    }

    Laboratory laboratory(Device device) {
        return shared.laboratory(
                conditions.narrowed(model()), device, seed, conditions.deviceRequired());
    }

    /** The runner in whose budget all checks of this invocation are run. */
    CheckRunner runner() {
        if (runner == null) {
            runner = new CheckRunner(laboratory(), conditions.budget(), this);
        }
        return runner;
    }

    Batch firstBatch() {
        return new TrainingBatches(model(), seed).get(0);
    }

    /** The invocation's own model, if it is on this rung; aborts the test if it is not. */
    <P extends Predictor> P freshModel(Class<P> rung) {
        if (freshModel == null) {
            freshModel = Models.make(model(), seed, conditions.device());
        }
        return Models.onRung(rung, model(), freshModel);
    }

    /** The line that runs this invocation again. */
    String reproduceLine() {
        return TestNames.reproduceLine(context, seed, conditions.replay());
    }

    /** The line that looks at this verdict again, and at its worst case alone if it has one. */
    String reproduceLine(CheckReport report) {
        OptionalInt worst = Judgement.worstCase(report);
        return worst.isPresent()
                ? "%s -D%s=%d".formatted(reproduceLine(), Setting.CASE.name(), worst.getAsInt())
                : reproduceLine();
    }

    @Override
    public void judged(CheckReport report) {
        judged(report, model());
    }

    /** A check of a model, which need not be the one that the class is about. */
    void judged(CheckReport report, ModelUnderTest model) {
        shared.verdicts()
                .judged(new Reported(
                        report, Diagnosis.nothing(), reproduceLine(report), model.describedAt()));
        context.publishReportEntry(ReportEntries.of(report, known.of(report)));
    }

    /** What is behind violations was looked for. */
    void diagnosed(List<CheckReport> reports, Diagnosis diagnosis) {
        if (!diagnosis.isEmpty()) {
            shared.verdicts().diagnosed(reports, diagnosis);
            context.publishReportEntry(ReportEntries.of(reports, diagnosis));
        }
    }

    @Override
    public void close() {
        if (freshModel != null) {
            freshModel.close();
        }
    }
}
