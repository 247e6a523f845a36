package dev.mltest.experiment;

import dev.mltest.model.NamedTensors;
import dev.mltest.model.Tensor;

import java.util.List;
import java.util.concurrent.Callable;

/** Counts what came of predictions that several threads ask for; shared by all of them. */
final class CallTally {

    private static final double UNITS = 256;

    private final List<NamedTensors> alone;
    private final double noise;
    private final double roundOff;
    private long compared;
    private long differing;
    private double worst;
    private long thrown;
    private String thrownFirst = "";

    CallTally(List<NamedTensors> alone, List<NamedTensors> again) {
        this.alone = alone;
        double largest = 0;
        double scale = 0;
        double epsilon = 0;
        for (int i = 0; i < alone.size(); i++) {
            largest = worse(largest, distance(alone.get(i), again.get(i)));
            for (Tensor output : alone.get(i).asMap().values()) {
                scale = Math.max(scale, output.summary().maxAbs());
                epsilon = Math.max(epsilon, output.elementType().epsilon());
            }
        }
        this.noise = largest;
        this.roundOff = UNITS * epsilon * scale;
    }

    void add(int index, Callable<NamedTensors> call) {
        try {
            seen(distance(alone.get(index), call.call()));
        } catch (Exception | Error failed) {
            failed(failed);
        }
    }

    private synchronized void seen(double distance) {
        compared++;
        differing += distance <= roundOff + 4 * noise ? 0 : 1;
        worst = worse(worst, distance);
    }

    private synchronized void failed(Throwable failure) {
        thrownFirst = thrown == 0 ? failure.toString() : thrownFirst;
        thrown++;
    }

    /** NaN if names or shapes differ or a number is none. */
    private static double distance(NamedTensors one, NamedTensors other) {
        if (!one.names().equals(other.names())) {
            return Double.NaN;
        }
        double largest = 0;
        for (String name : one.names()) {
            Tensor here = one.get(name);
            Tensor there = other.get(name);
            if (!here.shape().equals(there.shape())) {
                return Double.NaN;
            }
            var difference = here.differenceFrom(there);
            largest = worse(largest, difference.nonFinite() > 0 ? Double.NaN : difference.maxAbs());
        }
        return largest;
    }

    private static double worse(double one, double other) {
        return Math.max(one, other);
    }

    double noise() {
        return noise;
    }

    double roundOff() {
        return roundOff;
    }

    synchronized long compared() {
        return compared;
    }

    synchronized long differing() {
        return differing;
    }

    synchronized double worst() {
        return worst;
    }

    synchronized long thrown() {
        return thrown;
    }

    synchronized String thrownFirst() {
        return thrownFirst;
    }
}
