package dev.mltest.dl4j;

import dev.mltest.model.Activation;
import dev.mltest.model.Mode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a graph computes from its inputs on the way to its outputs, outputs included. */
final class HiddenVariables {

    private final SameDiffSubject subject;
    private final Map<String, String> names = new LinkedHashMap<>();

    HiddenVariables(SameDiffSubject subject) {
        this.subject = subject;
        Dependencies dependencies = new Dependencies(subject.graph());
        Set<String> used = dependencies.behind(subject.roles().outputs());
        LayerName layers = new LayerName();
        dependencies
                .computed()
                .filter(used::contains)
                .filter(name -> dependencies.uses(name, subject.roles().inputs()))
                .forEach(name -> names.put(name, layers.given(name)));
    }

    /** Their values in one pass, in the order in which the graph was built. */
    List<Activation> seen(Feed feed, Mode mode) {
        Values values = subject.compute(feed, mode, names.keySet());
        List<Activation> seen = new ArrayList<>();
        names.forEach((variable, layer) ->
                seen.add(new Activation(layer, HeapValues.of(values.of(variable)))));
        return seen;
    }
}
