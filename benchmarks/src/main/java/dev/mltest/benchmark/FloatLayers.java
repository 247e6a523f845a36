package dev.mltest.benchmark;

import java.util.Random;

/** Layers in single precision: every product and every sum is rounded to float. */
final class FloatLayers {

    private FloatLayers() {}

    /** Weights drawn from a normal distribution. */
    static float[] weights(Random random, int count, double deviation) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (deviation * random.nextGaussian());
        }
        return weights;
    }

    /** One row of {@code weights} [outputs x inputs] for each output; no bias. */
    static float[] dense(float[] input, float[] weights) {
        float[] output = new float[weights.length / input.length];
        for (int i = 0; i < weights.length; i++) {
            output[i / input.length] += weights[i] * input[i % input.length];
        }
        return output;
    }

    /** The same dense layer on each block of {@code width} values: a token, an element, a point. */
    static float[] onEach(float[] input, int width, float[] weights) {
        int outputs = weights.length / width;
        float[] output = new float[input.length / width * outputs];
        for (int at = 0; at < input.length / width; at++) {
            float[] image = dense(block(input, at, width), weights);
            System.arraycopy(image, 0, output, at * outputs, outputs);
        }
        return output;
    }

    static float[] block(float[] input, int at, int width) {
        float[] block = new float[width];
        System.arraycopy(input, at * width, block, 0, width);
        return block;
    }

    static float[] tanh(float[] input) {
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = (float) Math.tanh(input[i]);
        }
        return output;
    }

    static float[] scaled(float[] input, float factor) {
        float[] output = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            output[i] = factor * input[i];
        }
        return output;
    }

    static float[] plus(float[] left, float[] right) {
        float[] output = new float[left.length];
        for (int i = 0; i < left.length; i++) {
            output[i] = left[i] + right[i];
        }
        return output;
    }

    /**
     * The sum over blocks of {@code width} values; block i counts {@code 1 + slope * i} times.
     *
     * @param slope 0 if the order is not to matter
     */
    static float[] sum(float[] input, int width, float slope) {
        float[] sum = new float[width];
        for (int i = 0; i < input.length; i++) {
            sum[i % width] += input[i] * (1 + slope * (i / width));
        }
        return sum;
    }

    static float[] mean(float[] input, int width, float slope) {
        return scaled(sum(input, width, slope), 1f / (input.length / width));
    }

    /** The largest value of each channel over the first blocks. */
    static float[] max(float[] input, int width, int blocks) {
        float[] largest = block(input, 0, width);
        for (int i = width; i < blocks * width; i++) {
            largest[i % width] = Math.max(largest[i % width], input[i]);
        }
        return largest;
    }

    /**
     * Self-attention over tokens of {@code width} values: each looks at those that it may see.
     *
     * @param ahead how many tokens after itself a token sees
     */
    static float[] attention(float[] tokens, int width, float[] query, int ahead) {
        int count = tokens.length / width;
        float[] queries = onEach(tokens, width, query);
        float[] output = new float[tokens.length];
        for (int at = 0; at < count; at++) {
            int visible = Math.min(count, at + 1 + ahead);
            float total = 0;
            for (int other = 0; other < visible; other++) {
                float weight = (float) Math.exp(product(queries, at, tokens, other, width));
                total += weight;
                for (int i = 0; i < width; i++) {
                    output[at * width + i] += weight * tokens[other * width + i];
                }
            }
            for (int i = 0; i < width; i++) {
                output[at * width + i] /= total;
            }
        }
        return output;
    }

    private static float product(float[] left, int at, float[] right, int other, int width) {
        float product = 0;
        for (int i = 0; i < width; i++) {
            product += left[at * width + i] * right[other * width + i];
        }
        return product / width;
    }
}
