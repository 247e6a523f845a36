package dev.mltest.corpus.tabular;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.LambdaBlock;

import dev.mltest.corpus.djl.Layers;
import dev.mltest.corpus.program.Program;

/** M1 in DJL behind a layer that brings every row to length 1. */
class DjlUnitRows extends DjlMlp {

    DjlUnitRows() {
        super(new UnitRows());
    }

    @Override
    public Program twin() {
        return new DjlUnitRows();
    }

    @Override
    public Layers block() {
        return new Layers()
                .add("scale", LambdaBlock.singleton(this::scale, "scale"))
                .add("network", super.block());
    }

    private NDArray scale(NDArray rows) {
        return rows.div(norm(rows.square().sum(new int[] {1}, true)));
    }

    NDArray norm(NDArray squares) {
        return squares.add(1e-12f).sqrt();
    }
}
