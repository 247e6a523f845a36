package dev.mltest.corpus.images;

/** What a picture shows, five pixels across. */
enum Figure {
    /** An upright cross. */
    PLUS,
    /** A diagonal cross. */
    CROSS,
    /** The outline of a square. */
    SQUARE;

    static final int SIZE = 5;
    private static final int MIDDLE = SIZE / 2;

    /** Whether this pixel of the figure is painted. */
    boolean covers(int row, int column) {
        return switch (this) {
            case PLUS -> row == MIDDLE || column == MIDDLE;
            case CROSS -> row == column || row + column == SIZE - 1;
            case SQUARE -> row % (SIZE - 1) == 0 || column % (SIZE - 1) == 0;
        };
    }
}
