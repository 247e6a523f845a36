package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;
import dev.mltest.model.NotAvailableException;

import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The loss of outputs that are handed in: in a copy of the graph, placeholders take the place of
 * the outputs. It is tried out on the graph's own outputs first.
 */
final class DetachedLoss implements AutoCloseable {

    private static final String PREFIX = "given-";
    private static final double TOLERANCE = 1e-4;

    private final SameDiffSubject subject;
    private @Nullable SameDiffSubject detached;
    private boolean agrees;

    DetachedLoss(SameDiffSubject subject) {
        this.subject = subject;
    }

    double of(NamedTensors outputs, Feed feed) {
        List<String> expected = subject.roles().outputs();
        if (!Set.copyOf(expected).equals(Set.copyOf(outputs.names()))) {
            throw new ConfigurationException("model '%s' has the outputs %s, but %s were given"
                    .formatted(subject.name(), expected, outputs.names()));
        }
        SameDiffSubject copy = detached();
        requireAgreement(copy, feed);
        return loss(copy, outputs, feed);
    }

    private void requireAgreement(SameDiffSubject copy, Feed feed) {
        if (!agrees) {
            Roles roles = subject.roles();
            Values own = subject.compute(feed, Mode.INFERENCE, roles.results());
            double found = loss(copy, own.copied(roles.outputs()), feed);
            requireAgreement(found, own.sum(roles.losses()));
            agrees = true;
        }
    }

    private SameDiffSubject detached() {
        SameDiffSubject copy = detached;
        if (copy == null) {
            SameDiff graph = new Copies(subject).make();
            subject.roles().outputs().forEach(output -> detach(graph, output));
            requireLossOfOutputs(new Dependencies(graph));
            copy = new SameDiffSubject(subject.name(), graph, subject.roles(), Ownership.OURS);
            detached = copy;
        }
        return copy;
    }

    private static void detach(SameDiff graph, String output) {
        SDVariable given = graph.placeHolder(
                PREFIX + output, graph.getVariable(output).dataType(), (long[]) null);
        for (SameDiffOp operation : List.copyOf(graph.getOps().values())) {
            List<String> inputs = Dependencies.inputs(operation);
            for (int i = 0; i < inputs.size(); i++) {
                if (inputs.get(i).equals(output)) {
                    graph.replaceArgFor(i, given, operation.getOp());
                }
            }
        }
    }

    /** Else the loss would go on seeing what the graph itself makes of the inputs. */
    private void requireLossOfOutputs(Dependencies dependencies) {
        List<String> losses = subject.roles().losses();
        boolean seen = dependencies.placeholdersBehind(losses).stream()
                .anyMatch(name -> name.startsWith(PREFIX));
        boolean passedBy = losses.stream()
                        .anyMatch(
                                loss -> dependencies.uses(loss, subject.roles().inputs()))
                && variables(dependencies).findAny().isPresent();
        if (!seen || passedBy) {
            throw new NotAvailableException(
                    "the loss of '%s' is not computed from its outputs %s alone; if it is computed from another variable, name that one, for example .outputs(\"logits\")"
                            .formatted(subject.name(), subject.roles().outputs()));
        }
    }

    private Stream<String> variables(Dependencies dependencies) {
        Set<String> used = dependencies.behind(subject.roles().losses());
        return dependencies.ofType(VariableType.VARIABLE).filter(used::contains);
    }

    private void requireAgreement(double found, double expected) {
        if (!Double.isFinite(expected)) {
            throw new NotAvailableException(
                    "the loss of '%s' is not finite on its own outputs".formatted(subject.name()));
        }
        if (!(Math.abs(found - expected) <= TOLERANCE * Math.max(TOLERANCE, Math.abs(expected)))) {
            throw new NotAvailableException(
                    "the loss of '%s' on its own outputs is %s, but without the graph in front of them ND4J computes %s"
                            .formatted(subject.name(), expected, found));
        }
    }

    private double loss(SameDiffSubject copy, NamedTensors outputs, Feed feed) {
        variables(new Dependencies(copy.graph()))
                .forEach(name -> copy.graph()
                        .getVariable(name)
                        .getArr()
                        .assign(subject.graph().getVariable(name).getArr()));
        Map<String, INDArray> placeholders = copy.placeholders(feed, Mode.INFERENCE);
        for (String output : subject.roles().outputs()) {
            SDVariable given = copy.graph().getVariable(PREFIX + output);
            placeholders.put(
                    given.name(),
                    HeapValues.array(outputs.get(output).toArray(), given.dataType()));
        }
        List<String> losses = subject.roles().losses();
        return new Values(
                        subject.name(),
                        copy.graph().output(placeholders, losses.toArray(String[]::new)))
                .sum(losses);
    }

    @Override
    public void close() {
        if (detached != null) {
            detached.close();
        }
    }
}
