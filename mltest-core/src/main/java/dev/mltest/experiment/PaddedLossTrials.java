package dev.mltest.experiment;

import dev.mltest.evidence.PaddedLossEvidence.Change;
import dev.mltest.evidence.PaddedLossEvidence.Padded;
import dev.mltest.model.Batch;
import dev.mltest.model.DeclaredPadding;
import dev.mltest.model.Differentiable;
import dev.mltest.model.Evaluation;
import dev.mltest.model.Mode;
import dev.mltest.model.NamedTensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes padded targets in one way after the other, and sees what the loss makes of it. */
final class PaddedLossTrials {

    /** Outputs whole and cut to half, for each batch looked at. */
    static final int LOOKS = 2;

    /** Loss, round-off, reaction, targets, padding appended. */
    static final int FORWARDS = 1 + NullPerturbations.DRAWS + 3;

    private final Bench bench;
    private final Differentiable model;
    private final List<DeclaredPadding> declared;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    PaddedLossTrials(Bench bench, List<DeclaredPadding> declared) {
        this.bench = bench;
        this.model = bench.differentiable();
        this.declared = declared;
    }

    /** What the loss makes of this target; nothing if no position of it is padding. */
    Optional<Padded> of(Batch batch, String name) {
        Optional<AlignedTarget> aligned = declared.isEmpty()
                ? Optional.empty()
                : AlignedTarget.of(bench, batch, declared.get(0), name);
        boolean masked = batch.masks().names().contains(name);
        if (!masked && aligned.isEmpty()) {
            return Optional.empty();
        }
        PaddedTarget whole = masked
                ? PaddedTarget.masked(batch, name)
                : aligned.orElseThrow().target();
        PaddedTarget few = whole.few();
        return few.padding().count() == 0 ? Optional.empty() : Optional.of(padded(few, aligned));
    }

    private Padded padded(PaddedTarget target, Optional<AlignedTarget> aligned) {
        Evaluation base = evaluation(target.batch());
        double loss = base.loss();
        Batch other = target.overwritten(true, bench.random("padded targets"));
        changes.add(new Change("padded targets overwritten", loss, loss(other)));
        aligned.ifPresent(sequence -> {
            outputs(target, base);
            append(sequence, target, loss);
        });
        Batch valid = target.overwritten(false, bench.random("valid targets"));
        return new Padded(
                target.name(),
                target.batch().targets().get(target.name()).shape(),
                target.batch().size(),
                target.byMask(),
                target.padding().count(),
                Math.abs(loss(valid) - loss),
                tolerance(target.batch(), base),
                changes,
                refused);
    }

    private void outputs(PaddedTarget target, Evaluation base) {
        try {
            NamedTensors other = target.overwritten(base.outputs(), bench.random("padded outputs"));
            changes.add(new Change(
                    "padded outputs overwritten",
                    lossOf(base.outputs(), target.batch()),
                    lossOf(other, target.batch())));
        } catch (RuntimeException refusal) {
            refused.add("other outputs: " + refusal.getMessage());
        }
    }

    private void append(AlignedTarget sequence, PaddedTarget target, double loss) {
        try {
            changes.add(new Change(
                    PaddingTrials.MORE + " positions of padding added",
                    loss,
                    loss(sequence.longer(target, PaddingTrials.MORE))));
        } catch (RuntimeException refusal) {
            refused.add("more padding: " + refusal.getMessage());
        }
    }

    private double tolerance(Batch batch, Evaluation base) {
        double unit = base.outputs().first().elementType().epsilon();
        double noise = NullPerturbations.of(bench, batch, unit, this::loss)
                .mapToDouble(moved -> Math.abs(moved - base.loss()))
                .reduce(0, Math::max);
        return RoundOffAllowance.of(noise, unit * Math.abs(base.loss()));
    }

    private Evaluation evaluation(Batch batch) {
        return model.scoped(() -> {
            Evaluation seen = model.evaluate(batch, Mode.INFERENCE);
            return new Evaluation(seen.loss(), seen.outputs().toArrays());
        });
    }

    private double loss(Batch batch) {
        return model.scoped(() -> model.evaluate(batch, Mode.INFERENCE).loss());
    }

    private double lossOf(NamedTensors outputs, Batch batch) {
        return model.scoped(() -> model.lossOf(outputs, batch));
    }
}
