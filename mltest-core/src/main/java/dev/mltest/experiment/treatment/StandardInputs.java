package dev.mltest.experiment.treatment;

import dev.mltest.experiment.Bench;
import dev.mltest.experiment.Treatment;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Tensor;
import dev.mltest.model.Trainable;

import java.util.ArrayList;
import java.util.List;

/**
 * Every real-valued input that lies far from one is centred and scaled over the batch, each column
 * by itself. Token ids and flags are left alone.
 */
public record StandardInputs() implements Treatment {

    @Override
    public String id() {
        return "standard-inputs";
    }

    @Override
    public Treated prepare(Bench bench, Trainable model, Batch batch) {
        List<String> changed = new ArrayList<>();
        List<String> ranges = new ArrayList<>();
        Batch scaled = batch.withInputs(batch.inputs().map((name, tensor) -> {
            Tensor image = scaled(tensor.toArray());
            if (image != tensor) {
                changed.add(name);
                ranges.add("%s %s".formatted(name, new Columns(tensor.toArray()).range()));
            }
            return image;
        }));
        return changed.isEmpty()
                ? Treated.idle(batch, "input", "every column of the inputs is of a size near one")
                : Treated.of(scaled, place(changed), String.join(", ", ranges));
    }

    private static Tensor scaled(ArrayTensor tensor) {
        Columns columns = new Columns(tensor);
        return Columns.hasThem(tensor) && columns.isFarFromOne() ? columns.standardised() : tensor;
    }

    private static String place(List<String> changed) {
        String first = changed.get(0);
        return first.startsWith("input") ? first : "input " + first;
    }
}
