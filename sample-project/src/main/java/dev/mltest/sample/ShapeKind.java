package dev.mltest.sample;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What an image can show. */
public enum ShapeKind {
    /** Round. */
    CIRCLE(new Ellipse2D.Double(-1, -1, 2, 2)),
    /** Four corners. */
    SQUARE(box(0.8, 0.8)),
    /** Three corners, one of them up. */
    TRIANGLE(triangle()),
    /** Two bars. */
    CROSS(cross());

    private final Shape outline;

    ShapeKind(Shape outline) {
        this.outline = outline;
    }

    /** The outline around the origin, reaching about one unit far. */
    Shape outline() {
        return outline;
    }

    private static Rectangle2D box(double right, double down) {
        return new Rectangle2D.Double(-right, -down, 2 * right, 2 * down);
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -1);
        path.lineTo(0.95, 0.8);
        path.lineTo(-0.95, 0.8);
        path.closePath();
        return path;
    }

    private static Shape cross() {
        Area bars = new Area(box(1, 0.3));
        bars.add(new Area(box(0.3, 1)));
        return bars;
    }
}
