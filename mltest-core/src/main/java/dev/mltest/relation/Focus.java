package dev.mltest.relation;

import dev.mltest.model.Batch;
import dev.mltest.model.ConfigurationException;
import dev.mltest.model.NamedTensors;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A transformation of the first input, turned to inputs chosen by name: each is put first in its
 * turn, so that its mask moves along as that of the first input does.
 */
record Focus(Transformation transformation, List<String> names) implements Transformation {

    Focus {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new ConfigurationException(
                    "on() names no input; write on(\"tokens\"), for example, or leave it out for the first input");
        }
    }

    @Override
    public String describe() {
        return transformation.describe() + listed();
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return focused(transformation.draw(random));
    }

    private Drawn focused(Drawn drawn) {
        return new Drawn(
                drawn.description() + listed(),
                batch -> changed(batch, drawn),
                drawn.onOutput(),
                drawn.simpler().stream().map(this::focused).toList());
    }

    private String listed() {
        return " of " + String.join(" and ", names);
    }

    private Batch changed(Batch batch, Drawn drawn) {
        Batch changed = batch;
        for (String name : names) {
            Batch turned = drawn.onInputs().apply(changed.withInputs(first(name, changed)));
            changed = turned.withInputs(inOrderOf(batch.inputs(), turned.inputs()));
        }
        return changed;
    }

    private static NamedTensors first(String name, Batch batch) {
        List<String> there = batch.inputs().names();
        if (!there.contains(name)) {
            throw new ConfigurationException(
                    "on(\"%s\") names none of the inputs %s; write on(\"%s\"), for example"
                            .formatted(name, there, there.get(0)));
        }
        NamedTensors ordered = NamedTensors.of(name, batch.inputs().get(name));
        for (String other : there) {
            ordered = ordered.with(other, batch.inputs().get(other));
        }
        return ordered;
    }

    private static NamedTensors inOrderOf(NamedTensors order, NamedTensors tensors) {
        return order.map((name, tensor) -> tensors.get(name));
    }
}
