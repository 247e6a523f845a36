package dev.mltest.corpus.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.LambdaBlock;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.relation.Relation;
import dev.mltest.relation.Transformations;

/** M2 in DJL, seen together with its mirror image. */
class DjlMirrored extends DjlCnn {

    @Override
    public Program twin() {
        return new DjlMirrored();
    }

    @Override
    Layers features(Layers layers) {
        return super.features(layers.add(
                "symmetric",
                new LambdaBlock(pictures -> new NDList(symmetric(pictures.singletonOrThrow())))));
    }

    private NDArray symmetric(NDArray pictures) {
        return pictures.add(pictures.flip(mirroredAxis())).div(2);
    }

    /** Of [N x channels x rows x columns]. */
    int mirroredAxis() {
        return 3;
    }

    @Override
    public ModelUnderTest declared() {
        return declaration()
                .declare(Relation.invariantUnder(Transformations.flip(-1)))
                .build();
    }
}
