package dev.mltest.experiment;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Predictor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes one model for each seed, and keeps the last few at hand. */
final class Benches implements AutoCloseable {

    private static final int MOST_OPEN = 4;

    private final ModelUnderTest subject;
    private final Device device;
    private final Meter meter;
    private final Map<Long, Bench> open = new LinkedHashMap<>();
    private final Map<Long, Predictor> models = new LinkedHashMap<>();

    Benches(ModelUnderTest subject, Device device, Meter meter) {
        this.subject = subject;
        this.device = device;
        this.meter = meter;
    }

    Bench of(long seed) {
        Bench known = open.remove(seed);
        Bench bench = known == null ? make(seed) : known;
        open.put(seed, bench);
        return bench;
    }

    private Bench make(long seed) {
        Predictor model = create(seed);
        requireNew(model, seed);
        closeOldest();
        models.put(seed, model);
        return new Bench(
                subject,
                MeteredPredictor.around(model, meter),
                seed,
                this::createAnother,
                device,
                meter);
    }

    private Predictor createAnother(long seed) {
        Predictor model = create(seed);
        requireNew(model, seed);
        return MeteredPredictor.around(model, meter);
    }

    private Predictor create(long seed) {
        try {
            return requireModel(subject.factory().create(seed, device), seed);
        } catch (ConfigurationException | NotAvailableException known) {
            throw known;
        } catch (RuntimeException thrown) {
            throw new ConfigurationException(
                    "the factory of model '%s' threw for seed %d: %s"
                            .formatted(subject.name(), seed, thrown),
                    thrown);
        }
    }

    private Predictor requireModel(@Nullable Predictor model, long seed) {
        if (model == null) {
            throw new ConfigurationException(
                    "the factory of model '%s' returned null for seed %d; make it build a model"
                            .formatted(subject.name(), seed));
        }
        return model;
    }

    private void requireNew(Predictor model, long seed) {
        models.forEach((other, existing) -> {
            if (existing == model) {
                throw new ConfigurationException(
                        "the factory of model '%s' returned one and the same instance %s;"
                                        .formatted(subject.name(), twice(other, seed))
                                + " make it build a new model on every call");
            }
        });
    }

    private static String twice(long one, long other) {
        return one == other ? "twice for seed " + one : "for seeds %d and %d".formatted(one, other);
    }

    private void closeOldest() {
        Deque<Long> seeds = new ArrayDeque<>(open.keySet());
        while (seeds.size() >= MOST_OPEN) {
            long oldest = seeds.removeFirst();
            open.remove(oldest);
            Predictor model = models.remove(oldest);
            if (model != null) {
                model.close();
            }
        }
    }

    @Override
    public void close() {
        models.values().forEach(Predictor::close);
        models.clear();
        open.clear();
    }
}
