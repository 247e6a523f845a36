package dev.mltest.reporting.plot;

import dev.mltest.model.Numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Courses over steps or seeds.
 *
 * @param caption what stands beside it
 * @param x what runs along the horizontal axis
 * @param y what runs along the vertical axis
 * @param logarithmic whether the vertical axis is
 * @param lines the courses
 * @param bands ranges of the vertical axis to be marked
 */
public record Lines(
        Caption caption,
        String x,
        String y,
        boolean logarithmic,
        List<Line> lines,
        List<Band> bands)
        implements Plot {

    private static final double WIDE = 50;

    /** Keeps its own copies. */
    public Lines {
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
    }

    /** On a logarithmic axis if the figures are positive and far apart. */
    static Lines of(Caption caption, String x, String y, List<Line> lines, List<Band> bands) {
        double[] values = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::y)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean wide =
                values.length > 1 && values[0] > 0 && values[values.length - 1] > WIDE * values[0];
        return new Lines(caption, x, y, wide, lines, bands);
    }

    /** How a course is drawn. */
    public enum Style {
        /** An unbroken line. */
        SOLID,
        /** A broken line. */
        DASHED,
        /** Single points. */
        DOTS
    }

    /**
     * One course.
     *
     * @param name of it
     * @param style how it is drawn
     * @param points of it
     */
    public record Line(String name, Style style, List<Point> points) {

        /** Keeps its own copy. */
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One point.
     *
     * @param x along the horizontal axis
     * @param y along the vertical axis
     */
    public record Point(double x, double y) {}

    /**
     * A marked range.
     *
     * @param name of it
     * @param low where it begins
     * @param high where it ends
     */
    public record Band(String name, double low, double high) {}

    @Override
    public Table table() {
        List<String> headers = new ArrayList<>(List.of(x));
        lines.forEach(line -> headers.add(line.name()));
        TreeMap<Double, List<String>> rows = new TreeMap<>();
        lines.stream()
                .flatMap(line -> line.points().stream())
                .forEach(point -> rows.computeIfAbsent(point.x(), this::row));
        List<List<String>> cells = new ArrayList<>(rows.values());
        bands.forEach(band -> cells.add(row(band)));
        return new Table(headers, cells);
    }

    private List<String> row(double at) {
        List<String> cells = new ArrayList<>(List.of(Numbers.text(at)));
        for (Line line : lines) {
            cells.add(String.join(
                    ", ",
                    line.points().stream()
                            .filter(point -> point.x() == at)
                            .map(point -> Numbers.text(point.y()))
                            .toList()));
        }
        return cells;
    }

    private List<String> row(Band band) {
        List<String> cells = new ArrayList<>(List.of("%s: %s to %s"
                .formatted(band.name(), Numbers.text(band.low()), Numbers.text(band.high()))));
        lines.forEach(line -> cells.add(""));
        return cells;
    }
}
