package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.evidence.ThreadsEvidence;
import dev.mltest.evidence.ThreadsEvidence.Figure;
import dev.mltest.evidence.ThreadsEvidence.Kind;
import dev.mltest.model.Differentiable;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.Parameter;
import dev.mltest.model.ParameterPath;
import dev.mltest.model.RebuiltBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Does the number of threads that the framework computes with change the numbers by more than
 * round-off? Two processes make the model from one seed, one computing with a single thread and one
 * with several.
 */
public record ThreadCounts() implements Experiment<ThreadsEvidence> {

    private static final int FEWER = 1;
    private static final int MORE = 4;

    @Override
    public String id() {
        return "thread-counts";
    }

    @Override
    public Class<ThreadsEvidence> evidenceType() {
        return ThreadsEvidence.class;
    }

    @Override
    public Price price(ModelUnderTest model) {
        return Price.FREE;
    }

    @Override
    public ThreadsEvidence perform(Bench bench) {
        RebuiltBy declared = NewJvm.declared(bench);
        Differentiable model = bench.trainable();
        Map<String, double[]> fewer = numbers(bench, declared, FEWER);
        Map<String, double[]> more = numbers(bench, declared, MORE);
        double epsilon = model.parameters().get(0).elementType().epsilon();
        List<Figure> figures = new ArrayList<>();
        fewer.forEach((key, values) -> {
            if (!key.startsWith(FirstNumbers.UNIT)) {
                Kind kind = Kind.valueOf(key.substring(0, key.indexOf(' ')));
                String place = key.substring(key.indexOf(' ') + 1);
                double[] unit = fewer.get(FirstNumbers.UNIT + key);
                double[] others = more.getOrDefault(key, new double[] {});
                figures.add(new Figure(
                        kind,
                        place,
                        kind == Kind.STEP
                                ? new SettledSteps(fewer, more, place).distance()
                                : distance(values, others),
                        kind == Kind.GRADIENT ? ofLayer(fewer, place) : scale(values),
                        unit == null ? 0 : unit[0],
                        epsilon));
            }
        });
        return new ThreadsEvidence(FEWER, MORE, summands(bench, model.parameters()), figures);
    }

    private static Map<String, double[]> numbers(Bench bench, RebuiltBy declared, int threads) {
        return FirstNumbers.read(ChildJvm.run(
                        FirstNumbers.class,
                        declared.description(),
                        bench.seed(),
                        bench.predictor().threads(threads))
                .requireEnded()
                .lines());
    }

    private static long summands(Bench bench, List<Parameter> parameters) {
        return LongStream.concat(
                        bench.batch(0).inputs().asMap().values().stream()
                                .mapToLong(input -> input.shape().elements()),
                        parameters.stream().mapToLong(each -> each.shape().elements()))
                .max()
                .orElse(1);
    }

    /**
     * The largest gradient of a layer: what cancels in one of them, as behind batch normalisation,
     * was as large as the others before.
     */
    private static double ofLayer(Map<String, double[]> numbers, String place) {
        String layer = Kind.GRADIENT + " " + ParameterPath.of(place).layer() + "/";
        return numbers.entrySet().stream()
                .filter(each -> each.getKey().startsWith(layer)
                        || each.getKey().equals(Kind.GRADIENT + " " + place))
                .mapToDouble(each -> scale(each.getValue()))
                .reduce(0, Math::max);
    }

    private static double scale(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** NaN if sizes differ or a number is none in either. */
    static double distance(double[] one, double[] other) {
        double largest = one.length == other.length ? 0 : Double.NaN;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            double distance = Math.abs(one[i] - other[i]);
            largest = Double.isNaN(distance) || distance > largest ? distance : largest;
        }
        return largest;
    }
}
