package dev.mltest.corpus.finetuning;

import dev.mltest.corpus.djl.DjlProgram;
import dev.mltest.corpus.program.Data;
import dev.mltest.corpus.program.Run;
import dev.mltest.djl.DjlModelBuilder;

/** A program that begins with the pretrained model, which is there before anything is seeded. */
abstract class DjlPretrained extends DjlProgram {

    DjlPretrained(Data data) {
        super(data);
    }

    @Override
    public Run start(long seed) {
        DjlBackbone.pretrain();
        return super.start(seed);
    }

    @Override
    protected DjlModelBuilder description() {
        DjlBackbone.pretrain();
        return super.description();
    }
}
