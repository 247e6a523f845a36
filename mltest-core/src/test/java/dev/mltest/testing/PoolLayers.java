package dev.mltest.testing;

import java.util.function.DoubleBinaryOperator;

/** Layers that put neighbours together, as pooling does. Their way back is the identity. */
public final class PoolLayers {

    private PoolLayers() {}

    /** The larger of each element and the one beside it. */
    public static Layer larger(String name) {
        return new Pool(name, Math::max);
    }

    /** The mean of each element and the one beside it. */
    public static Layer mean(String name) {
        return new Pool(name, (one, other) -> (one + other) / 2);
    }

    private record Pool(String name, DoubleBinaryOperator of) implements Layer {

        @Override
        public double[][] forward(double[][] rows, Pass pass) {
            double[][] results = new double[rows.length][];
            for (int r = 0; r < rows.length; r++) {
                results[r] = rows[r].clone();
                for (int i = 0; i < results[r].length; i++) {
                    results[r][i] = of.applyAsDouble(rows[r][i], rows[r][i ^ 1]);
                }
            }
            return pass.rounded(results);
        }

        @Override
        public double[][] backward(double[][] gradient) {
            return gradient;
        }
    }
}
