package dev.mltest.library.output;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.OutputShapesEvidence;
import dev.mltest.evidence.OutputShapesEvidence.Named;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.OutputShapes;
import dev.mltest.model.Task;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * There are as many outputs as the task needs for its targets: k scores for each class label, V for
 * each token, one for each yes or no and for each real target. Frameworks compare what does not fit
 * by broadcasting, or by looking at a part of it. Real targets may have several outputs each, the
 * parameters of a distribution for example; that is not judged.
 */
public final class OutputsFitTheTargets implements Check {

    @Override
    public String id() {
        return "outputs-fit-the-targets";
    }

    @Override
    public String claim() {
        return "should give as many outputs as its targets need";
    }

    @Override
    public String because() {
        return "frameworks stretch or cut what does not fit, and train something else without an error";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new OutputShapes());
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        OutputShapesEvidence evidence = book.of(new OutputShapes()).get(0);
        Task task = book.subject().task();
        if (task instanceof Task.Custom) {
            return new Outcome.NotApplicable("a custom task says nothing of its outputs");
        }
        if (evidence.targets().isEmpty()) {
            return new Outcome.NotApplicable("there are no targets to compare the outputs with");
        }
        Named target = evidence.targets().get(0);
        double wanted = wanted(task);
        double given = evidence.outputs().stream()
                .flatMapToDouble(output -> given(output, target, wanted))
                .boxed()
                .min(Comparator.comparingDouble(each -> Math.abs(each - wanted)))
                .orElse(0.0);
        boolean real = task instanceof Task.Regression || task instanceof Task.Reconstruction;
        if (real && given > 1 && given == Math.rint(given)) {
            return new Outcome.NotApplicable(
                    "there are %d outputs for each target, which may be parameters of a distribution"
                            .formatted((long) given));
        }
        return Examination.ofOne("the outputs do not fit the targets")
                .under("%d examples".formatted(evidence.examples()))
                .measure(
                        "output",
                        "outputs for each target",
                        given,
                        Bound.between(wanted, wanted, "definition of the task, " + task.describe()))
                .clue("outputs: " + shapes(evidence.outputs()) + "; targets: "
                        + shapes(evidence.targets()))
                .outcome();
    }

    /** Elements for each label, which may be an index or a row with a number for every class. */
    private static DoubleStream given(Named output, Named target, double wanted) {
        double each = (double) output.shape().elements() / target.shape().elements();
        boolean rows = IntStream.range(1, target.shape().rank())
                .anyMatch(axis -> target.shape().size(axis) == wanted);
        return rows ? DoubleStream.of(each, each * wanted) : DoubleStream.of(each);
    }

    private static double wanted(Task task) {
        if (task instanceof Task.Classification k) {
            return k.classes();
        }
        return task instanceof Task.LanguageModel language ? language.vocabulary() : 1;
    }

    private static String shapes(List<Named> tensors) {
        return tensors.stream()
                .map(tensor -> tensor.name() + " " + tensor.shape())
                .collect(Collectors.joining(", "));
    }
}
