package dev.mltest.check;

import dev.mltest.evidence.Question;
import dev.mltest.model.Glob;

import java.util.List;
import java.util.Set;

/** A check that overlooks violations at stated places. */
record IgnoringCheck(Check check, Set<String> globs) implements Check {

    @Override
    public String id() {
        return check.id();
    }

    @Override
    public String claim() {
        return check.claim();
    }

    @Override
    public String because() {
        return check.because();
    }

    @Override
    public Set<Question<?>> needs() {
        return check.needs();
    }

    @Override
    public int seeds() {
        return check.seeds();
    }

    @Override
    public double falseAlarmRate() {
        return check.falseAlarmRate();
    }

    @Override
    public Check atFalseAlarmRate(double rate) {
        return new IgnoringCheck(check.atFalseAlarmRate(rate), globs);
    }

    @Override
    public Verdict judge(EvidenceBook book) {
        Verdict verdict = check.judge(book);
        return verdict instanceof Outcome.Violated violated ? withoutIgnored(violated) : verdict;
    }

    private Outcome withoutIgnored(Outcome.Violated violated) {
        List<Measurement> left = violated.violations().stream()
                .filter(found -> !isIgnored(found.locus()))
                .toList();
        int ignored = violated.violations().size() - left.size();
        if (ignored == 0) {
            return violated;
        }
        String note = "%d ignored as stated: %s".formatted(ignored, String.join(", ", globs));
        if (!left.isEmpty()) {
            return new Outcome.Violated(
                    violated.summary() + "; " + note, left, violated.examined(), violated.clues());
        }
        int others = violated.examined() - ignored;
        return others == 0
                ? new Outcome.NotApplicable("nothing is left to judge: " + note)
                : new Outcome.Held(List.of(within(others)), note);
    }

    private static Measurement within(int others) {
        return new Measurement(
                "all others", "within their bounds", others, Bound.above(0, "their own bounds"));
    }

    private boolean isIgnored(String locus) {
        String place = locus.split("\\s", 2)[0];
        return globs.stream().map(Glob::new).anyMatch(glob -> glob.matches(place));
    }
}
