package dev.mltest.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A grey image of one light shape on a darker, noisy ground.
 *
 * @param kind what it shows
 * @param pixels rows from the top, values around 0 and about 1 wide
 * @param area share of the image that the shape covers
 */
record ShapeImage(ShapeKind kind, float[] pixels, double area) {

    /** Pixels across and down. */
    static final int SIZE = 16;

    private static final double NOISE = 0.05;

    static {
        System.setProperty("java.awt.headless", "true");
    }

    /** Draws one; place, size, tilt and shades are random. */
    static ShapeImage draw(ShapeKind kind, Random random) {
        double[] coverage = coverage(kind, placement(random));
        double ground = between(0, 0.3, random);
        double contrast = between(0.4, 0.7, random);
        float[] pixels = new float[coverage.length];
        for (int i = 0; i < pixels.length; i++) {
            double grey = ground + contrast * coverage[i] + NOISE * random.nextGaussian();
            pixels[i] = (float) (4 * grey - 1);
        }
        return new ShapeImage(kind, pixels, DoubleStream.of(coverage).average().orElseThrow());
    }

    private static AffineTransform placement(Random random) {
        double reach = between(3.5, 6.5, random);
        AffineTransform placement = new AffineTransform();
        placement.translate(
                between(reach, SIZE - reach, random), between(reach, SIZE - reach, random));
        placement.rotate(between(-0.3, 0.3, random));
        placement.scale(reach, reach);
        return placement;
    }

    /** How much of each pixel the shape covers, 0 to 1. */
    private static double[] coverage(ShapeKind kind, AffineTransform placement) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fill(placement.createTransformedShape(kind.outline()));
        pen.dispose();
        double[] grey = image.getRaster().getSamples(0, 0, SIZE, SIZE, 0, (double[]) null);
        return DoubleStream.of(grey).map(value -> value / 255).toArray();
    }

    private static double between(double least, double most, Random random) {
        return least + (most - least) * random.nextDouble();
    }
}
