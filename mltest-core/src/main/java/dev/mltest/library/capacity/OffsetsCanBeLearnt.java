package dev.mltest.library.capacity;

import dev.mltest.check.Bound;
import dev.mltest.check.Check;
import dev.mltest.check.EvidenceBook;
import dev.mltest.check.Examination;
import dev.mltest.check.Outcome;
import dev.mltest.check.Verdict;
import dev.mltest.evidence.BlankExampleEvidence;
import dev.mltest.evidence.CentredTrainingEvidence;
import dev.mltest.evidence.Gain;
import dev.mltest.evidence.Question;
import dev.mltest.experiment.BlankExample;
import dev.mltest.experiment.CentredTraining;
import dev.mltest.model.Numbers;

import java.util.List;
import java.util.Set;

/**
 * Training changes what the model says of an all-zero example, or the data does not mind: without
 * any bias the outputs of that example are given by the structure, and the whole function hangs on
 * them. Accused only if centred data get significantly further in a third of the steps.
 */
public final class OffsetsCanBeLearnt implements Check {

    private static final double FALSE_ALARM_RATE = 1e-4;
    private static final int SEEDS = 8;

    private final double rate;

    /** At a false-alarm rate of one in ten thousand. */
    public OffsetsCanBeLearnt() {
        this(FALSE_ALARM_RATE);
    }

    private OffsetsCanBeLearnt(double rate) {
        this.rate = rate;
    }

    @Override
    public String id() {
        return "offsets-can-be-learnt";
    }

    @Override
    public String claim() {
        return "should be able to learn an offset";
    }

    @Override
    public String because() {
        return "without any bias the function is nailed to the origin, wherever the data lies";
    }

    @Override
    public Set<Question<?>> needs() {
        return Set.of(new BlankExample());
    }

    @Override
    public double falseAlarmRate() {
        return rate;
    }

    @Override
    public Check atFalseAlarmRate(double given) {
        return new OffsetsCanBeLearnt(given);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        BlankExampleEvidence blank = book.of(new BlankExample()).get(0);
        if (!(blank.data() > 0)) {
            return new Outcome.NotApplicable(
                    "training changes no output, or the outputs are not numbers");
        }
        if (blank.blank() > 0) {
            return moves(blank);
        }
        if (!book.has(new CentredTraining())) {
            return Verdict.Undecided.ask(
                    "the outputs of an all-zero example do not move", new CentredTraining());
        }
        if (!book.answers(new CentredTraining())) {
            return new Outcome.NotApplicable("training on centred data cannot be tried");
        }
        return judge(blank, book.of(new CentredTraining()));
    }

    private Verdict judge(BlankExampleEvidence blank, List<CentredTrainingEvidence> runs) {
        Gain gain =
                Gain.of(runs.stream().mapToDouble(CentredTrainingEvidence::gain).toArray());
        if (runs.size() < SEEDS && gain.mean() > 0) {
            return Verdict.Undecided.moreSeeds("centred data get further", SEEDS - runs.size());
        }
        CentredTrainingEvidence first = runs.get(0);
        return Examination.ofOne("the network has no offset to learn, and the data needs one")
                .under("%d steps, against %d on centred data"
                        .formatted(first.steps(), first.centredSteps()))
                .measure(
                        blank.layer(),
                        "loss that centred data saves in a third of the steps",
                        gain.mean(),
                        Bound.atMost(
                                runs.size() < SEEDS ? 0 : gain.margin(rate),
                                "t test over the seeds at a false-alarm rate of "
                                        + Numbers.text(rate)))
                .clue(
                        "an all-zero example has the same outputs after %d steps as before, those on the data move by up to %s"
                                .formatted(blank.steps(), Numbers.text(blank.data())))
                .clue(
                        "with each column of the %s centred the loss comes to %s in %d steps, as given to %s in %d"
                                .formatted(
                                        first.change(),
                                        Numbers.text(first.centredLoss()),
                                        first.centredSteps(),
                                        Numbers.text(first.givenLoss()),
                                        first.steps()))
                .outcome();
    }

    private static Outcome moves(BlankExampleEvidence blank) {
        return Examination.ofOne("the network has no offset to learn")
                .under(blank.steps() + " steps")
                .measure(
                        blank.layer(),
                        "largest change of the outputs of an all-zero example",
                        blank.blank(),
                        Bound.above(0, "exact"))
                .outcome();
    }
}
