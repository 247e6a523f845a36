package dev.mltest.experiment;

import dev.mltest.evidence.ThreadsEvidence.Kind;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Device;
import dev.mltest.model.Gradients;
import dev.mltest.model.Mode;
import dev.mltest.model.ModelDescription;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Snapshot;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** In a process of its own: what a model computes first, element by element, written to a file. */
final class FirstNumbers {

    /** Before the key of a tensor: how far one unit of round-off everywhere moves it. */
    static final String UNIT = "UNIT ";

    private static final int MOST = 1024;

    private final Trainable model;
    private final long seed;
    private final Batch batch;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();

    private FirstNumbers(Trainable model, ModelUnderTest subject, long seed) {
        this.model = model;
        this.seed = seed;
        this.batch = new TrainingBatches(subject, seed).get(0);
    }

    /** Name of the description, seed, file to write to. */
    public static void main(String[] args) throws Exception {
        ModelUnderTest subject = ModelDescription.by(args[0]);
        long seed = Long.parseLong(args[1]);
        try (Trainable model = (Trainable) subject.factory().create(seed, Device.cpu())) {
            Map<String, double[]> numbers =
                    model.scoped(() -> new FirstNumbers(model, subject, seed).all());
            List<String> lines = new ArrayList<>();
            numbers.forEach((key, values) -> lines.add(key
                    + "\t"
                    + DoubleStream.of(values)
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(" "))));
            Files.write(Path.of(args[2]), lines);
        }
    }

    /** What such a process wrote. */
    static Map<String, double[]> read(List<String> lines) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String values = line.substring(tab + 1);
            numbers.put(
                    line.substring(0, tab),
                    values.isEmpty()
                            ? new double[] {}
                            : DoubleStream.of(List.of(values.split(" ")).stream()
                                            .mapToDouble(Double::parseDouble)
                                            .toArray())
                                    .toArray());
        }
        return numbers;
    }

    private Map<String, double[]> all() {
        Map<ParameterPath, ArrayTensor> start = ParameterValues.of(model);
        start.forEach((path, value) -> add(Kind.START, path.text(), value));
        NamedTensors outputs = model.predict(batch).toArrays();
        outputs.asMap().forEach((name, value) -> add(Kind.OUTPUT, name, value.toArray()));
        Map<ParameterPath, ArrayTensor> gradients = gradients(batch);
        gradients.forEach((path, value) -> add(Kind.GRADIENT, path.text(), value));
        moveByOneUnit(outputs, gradients);
        model.seed(seed);
        model.step(batch);
        ParameterValues.of(model).forEach((path, value) -> {
            ArrayTensor before = start.get(path);
            if (before != null && gradients.containsKey(path)) {
                add(Kind.STEP, path.text(), value.plusScaled(before, -1));
            }
        });
        return numbers;
    }

    /** Running statistics stay where they are. */
    private Map<ParameterPath, ArrayTensor> gradients(Batch given) {
        Map<ParameterPath, ArrayTensor> values = new LinkedHashMap<>();
        try (Snapshot before = model.snapshot()) {
            model.seed(seed);
            Gradients gradients = model.gradients(given, Mode.TRAINING);
            gradients.parameters().forEach((path, value) -> values.put(path, value.toArray()));
            model.restore(before);
        }
        return values;
    }

    private void moveByOneUnit(NamedTensors outputs, Map<ParameterPath, ArrayTensor> gradients) {
        RandomGenerator random = Randomness.of(seed, "one unit");
        try (Snapshot before = model.snapshot()) {
            for (Parameter parameter : model.parameters()) {
                Perturbation unit = new Perturbation(parameter.elementType().epsilon(), random);
                model.assign(parameter.path(), unit.of(model.value(parameter.path())));
            }
            double epsilon = outputs.first().elementType().epsilon();
            Batch moved = batch.withInputs(new Perturbation(epsilon, random).of(batch.inputs()));
            model.predict(moved)
                    .asMap()
                    .forEach((name, value) -> unit(Kind.OUTPUT, name, outputs.get(name), value));
            gradients(moved).forEach((path, value) -> {
                ArrayTensor own = gradients.get(path);
                if (own != null) {
                    unit(Kind.GRADIENT, path.text(), own, value);
                }
            });
            model.restore(before);
        }
    }

    private void unit(Kind kind, String place, Tensor own, Tensor moved) {
        numbers.put(
                UNIT + kind + " " + place,
                new double[] {own.differenceFrom(moved).maxAbs()});
    }

    /** Evenly spread elements. */
    private void add(Kind kind, String place, ArrayTensor value) {
        int count = Math.min(MOST, value.length());
        double[] some = new double[count];
        for (int i = 0; i < count; i++) {
            some[i] = value.get((int) ((long) i * value.length() / count));
        }
        numbers.put(kind + " " + place, some);
    }
}
