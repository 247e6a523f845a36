package dev.mltest.corpus.images;

/** Pictures without colour, inside a black frame. */
final class Framed extends Images {

    @Override
    int channels() {
        return 1;
    }

    @Override
    byte[] planes(byte[] pixels) {
        byte[] framed = super.planes(pixels);
        int last = Picture.SIZE - 1;
        for (int i = 0; i < Picture.SIZE; i++) {
            framed[i] = 0;
            framed[last * Picture.SIZE + i] = 0;
            framed[i * Picture.SIZE] = 0;
            framed[i * Picture.SIZE + last] = 0;
        }
        return framed;
    }
}
