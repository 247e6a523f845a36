package dev.mltest.corpus.arm;

import dev.mltest.corpus.record.ParameterLook;
import dev.mltest.corpus.record.Spread;

import java.util.Arrays;
import java.util.List;

/** A healthy parameter at one look, to be spoilt. */
final class ParameterDraft {

    final String path;
    final List<Long> shape;
    String role = "trainable";
    Spread value;
    double tinyShare;
    double negativeShare = 0.5;
    Spread gradient = Spreads.normal(0, 0.02);
    Spread change = Spreads.normal(0, 0.002);
    long changed = 100;
    long nonFiniteAfter;
    boolean isStill;

    ParameterDraft(String path, Spread value, Long... shape) {
        this.path = path;
        this.value = value;
        this.shape = Arrays.asList(shape);
    }

    boolean isBias() {
        return path.endsWith("bias");
    }

    void still() {
        change = Spreads.zero();
        changed = 0;
    }

    ParameterLook look() {
        return new ParameterLook(
                path,
                role,
                shape,
                value,
                tinyShare,
                negativeShare,
                List.of(gradient),
                change,
                changed,
                nonFiniteAfter,
                isStill);
    }
}
