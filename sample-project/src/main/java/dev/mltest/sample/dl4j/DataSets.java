package dev.mltest.sample.dl4j;

import dev.mltest.sample.LanguageNames;
import dev.mltest.sample.Ngrams;
import dev.mltest.sample.ShapeKind;
import dev.mltest.sample.Shapes;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The sample data as DL4J wants it: classes as one-hot rows, padding told by a mask. */
public final class DataSets {

    private DataSets() {}

    /** Rows of ids with the languages they are in. */
    public static DataSet of(LanguageNames names) {
        INDArray ids = Nd4j.createFromArray(names.ngrams()).reshape(names.size(), Ngrams.LENGTH);
        INDArray present = ids.neq(Ngrams.PADDING).castTo(DataType.FLOAT);
        INDArray languages = oneHot(names.labels(), LanguageNames.LANGUAGES.size());
        return new DataSet(ids, languages, present, null);
    }

    /** Images with the kinds they show. */
    public static DataSet ofKinds(Shapes shapes) {
        return new DataSet(images(shapes), oneHot(shapes.labels(), ShapeKind.values().length));
    }

    /** Images with how large their shapes are. */
    public static DataSet ofAreas(Shapes shapes) {
        INDArray areas = Nd4j.createFromArray(shapes.areas()).reshape(shapes.size(), 1);
        return new DataSet(images(shapes), areas);
    }

    private static INDArray images(Shapes shapes) {
        return Nd4j.createFromArray(shapes.pixels())
                .reshape(shapes.size(), 1, Shapes.SIZE, Shapes.SIZE);
    }

    private static INDArray oneHot(long[] labels, int classes) {
        INDArray rows = Nd4j.zeros(DataType.FLOAT, labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            rows.putScalar(i, labels[i], 1);
        }
        return rows;
    }
}
