package dev.mltest.experiment;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Device;
import dev.mltest.model.ModelDescription;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.Trainable;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Digests of all parameters before and after the first steps under a seed. */
final class FirstDigests {

    private FirstDigests() {}

    static String start(ParameterPath path) {
        return "start " + path;
    }

    static String end(ParameterPath path) {
        return "end " + path;
    }

    static Map<String, String> of(Trainable model, ModelUnderTest subject, long seed) {
        Map<String, String> digests = new LinkedHashMap<>();
        ParameterValues.of(model).forEach((path, value) -> digests.put(start(path), digest(value)));
        TrainingBatches batches = new TrainingBatches(subject, seed);
        model.seed(seed);
        for (int i = 0; i < NewJvm.STEPS; i++) {
            model.step(batches.get(i));
        }
        ParameterValues.of(model).forEach((path, value) -> digests.put(end(path), digest(value)));
        return digests;
    }

    /** In a process of its own: name of the description, seed, file to write to. */
    public static void main(String[] args) throws Exception {
        ModelUnderTest subject = ModelDescription.by(args[0]);
        long seed = Long.parseLong(args[1]);
        try (Trainable model = (Trainable) subject.factory().create(seed, Device.cpu())) {
            List<String> lines = new ArrayList<>();
            model.scoped(() -> of(model, subject, seed))
                    .forEach((key, digest) -> lines.add(digest + "\t" + key));
            Files.write(Path.of(args[2]), lines);
        }
    }

    private static String digest(ArrayTensor values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length() * Double.BYTES);
        for (int i = 0; i < values.length(); i++) {
            bytes.putDouble(values.get(i));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
