package dev.mltest.benchmark;

/** Layers for clouds of points [points x 3], in single precision. */
final class FloatClouds {

    private FloatClouds() {}

    /** All distances between two points, as radial features of the given width, summed up. */
    static float[] distances(float[] points, float[] centres) {
        float[] sum = new float[centres.length];
        for (int one = 0; one < points.length; one += 3) {
            for (int other = one + 3; other < points.length; other += 3) {
                float distance = (float) Math.sqrt(squared(points, one, other));
                for (int i = 0; i < centres.length; i++) {
                    float off = distance - centres[i];
                    sum[i] += (float) Math.exp(-(off * off));
                }
            }
        }
        return sum;
    }

    /** For each point the sum of the vectors to all others, the nearer the more they count. */
    static float[] vectors(float[] points, float decay) {
        float[] vectors = new float[points.length];
        for (int one = 0; one < points.length; one += 3) {
            for (int other = 0; other < points.length; other += 3) {
                float weight = (float) Math.exp(-decay * squared(points, one, other));
                for (int axis = 0; axis < 3; axis++) {
                    vectors[one + axis] += weight * (points[other + axis] - points[one + axis]);
                }
            }
        }
        return vectors;
    }

    private static float squared(float[] points, int one, int other) {
        float sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            float difference = points[one + axis] - points[other + axis];
            sum += difference * difference;
        }
        return sum;
    }
}
