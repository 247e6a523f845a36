package dev.mltest.reporting.plot;

import dev.mltest.evidence.Counterexample.Picture;
import dev.mltest.model.Numbers;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

/** Draws recorded values: dark is low, bright is high, on one scale for pictures side by side. */
final class Images {

    private static final int NOT_A_NUMBER = 0xff00ff;
    private static final int COLOURS = 3;

    private final double low;
    private final double high;

    private Images(List<Picture> pictures) {
        double[] finite = pictures.stream()
                .flatMap(picture -> picture.values().stream())
                .mapToDouble(value -> value)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        this.low = finite.length == 0 ? 0 : Math.min(0, finite[0]);
        this.high = finite.length == 0 ? 1 : finite[finite.length - 1];
    }

    static List<Image> of(List<Picture> pictures) {
        Images images = new Images(pictures);
        return pictures.stream().map(images::image).toList();
    }

    private Image image(Picture picture) {
        BufferedImage drawn =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                drawn.setRGB(column, row, colour(picture, row * picture.width() + column));
            }
        }
        return new Image(
                picture.title(),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png(drawn)),
                alternative(picture),
                picture.width(),
                picture.height());
    }

    private int colour(Picture picture, int point) {
        int points = picture.width() * picture.height();
        boolean coloured = picture.channels() >= COLOURS;
        int colour = 0;
        for (int channel = 0; channel < COLOURS; channel++) {
            double value = picture.values().get(point + (coloured ? channel * points : 0));
            if (!Double.isFinite(value)) {
                return NOT_A_NUMBER;
            }
            colour = colour << 8 | shade(value);
        }
        return colour;
    }

    private int shade(double value) {
        double share = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
        return (int) Math.round(255 * share);
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private String alternative(Picture picture) {
        long notZero = picture.values().stream().filter(value -> value != 0).count();
        return "%s: %d rows of %d points, %d values that are not 0; black is %s, white is %s"
                .formatted(
                        picture.title(),
                        picture.height(),
                        picture.width(),
                        notZero,
                        Numbers.text(low),
                        Numbers.text(high));
    }
}
