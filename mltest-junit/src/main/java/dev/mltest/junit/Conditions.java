package dev.mltest.junit;

import dev.mltest.check.Budget;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.OnlyCase;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The conditions under which a test examines a model: what the annotation says, else what was
 * configured, else the default.
 *
 * @param firstSeed of the first invocation
 * @param seeds how many invocations
 * @param device where to compute
 * @param deviceRequired whether a device that is not there is an error
 * @param budget the most that one invocation may cost
 * @param falseAlarmRate how often, at most, one run of the default suite accuses a correct model by
 *     chance, if that was configured
 * @param violationsFail whether a violation fails the test; else it is aborted
 * @param diagnosis whether the cause of a violation is looked for
 * @param baseline the file of violations that are known, if there is one
 * @param onlyCase the only case of a relation to be looked at, if one was asked for
 * @param replay what has to be given beside test and seed to run it again; may be empty
 */
record Conditions(
        long firstSeed,
        int seeds,
        Device device,
        boolean deviceRequired,
        Budget budget,
        Optional<Double> falseAlarmRate,
        boolean violationsFail,
        boolean diagnosis,
        Optional<Path> baseline,
        Optional<Integer> onlyCase,
        String replay) {

    private static final long DEFAULT_SEED = 42;
    private static final int DEFAULT_SEEDS = 1;

    /** For assertions outside an {@link MLTest}. */
    static Conditions of(Configuration configuration) {
        return new Conditions(
                configuration.get(Setting.SEED).orElse(DEFAULT_SEED),
                DEFAULT_SEEDS,
                configuration.get(Setting.DEVICE).orElse(Device.cpu()),
                configuration.isTrue(Setting.DEVICE_REQUIRED),
                configuration.get(Setting.BUDGET).map(Budget::of).orElse(Budget.unlimited()),
                configuration.get(Setting.FALSE_ALARM_RATE),
                configuration.get(Setting.VIOLATIONS_FAIL).orElse(true),
                configuration.get(Setting.DIAGNOSIS).orElse(true),
                configuration.get(Setting.BASELINE),
                configuration.get(Setting.CASE),
                "");
    }

    /** For an {@link MLTest}. */
    static Conditions of(Configuration configuration, Attributes attributes) {
        Conditions configured = of(configuration);
        Optional<Device> device = attributes.device();
        return new Conditions(
                firstSeed(configuration, attributes, configured.firstSeed),
                seeds(configuration, attributes),
                device.orElse(configured.device),
                configured.deviceRequired,
                attributes.budget().map(Budget::of).orElse(configured.budget),
                configured.falseAlarmRate,
                configured.violationsFail,
                configured.diagnosis,
                configured.baseline,
                configured.onlyCase,
                (device.isPresent() ? "" : replay(configuration, Setting.DEVICE))
                        + replay(configuration, Setting.FALSE_ALARM_RATE));
    }

    /** The model, with what is to be looked at of it alone. */
    ModelUnderTest narrowed(ModelUnderTest model) {
        return onlyCase.map(OnlyCase::new).map(model::declaring).orElse(model);
    }

    LongStream allSeeds() {
        return LongStream.range(firstSeed, firstSeed + seeds);
    }

    private static long firstSeed(
            Configuration configuration, Attributes attributes, long configured) {
        Optional<Long> own = attributes.seed();
        return configuration.override(Setting.SEED).or(() -> own).orElse(configured);
    }

    private static int seeds(Configuration configuration, Attributes attributes) {
        Optional<Integer> own = attributes.seeds();
        return configuration.override(Setting.SEED).isPresent()
                ? configuration.override(Setting.SEEDS).orElse(1)
                : own.or(() -> configuration.get(Setting.SEEDS)).orElse(DEFAULT_SEEDS);
    }

    private static String replay(Configuration configuration, Setting<?> setting) {
        return configuration
                .override(setting)
                .map(value -> " -D" + setting.name() + "=" + value)
                .orElse("");
    }
}
