package dev.mltest.corpus.images;

import dev.mltest.corpus.program.Program;

/** M2 with half of the features dropped, in DJL. */
class DjlHalfDropped extends DjlCnn {

    @Override
    public Program twin() {
        return new DjlHalfDropped();
    }

    @Override
    float dropRate() {
        return 0.5f;
    }
}
