package dev.mltest.dl4j;

import dev.mltest.model.ModelUnderTestBuilder;

import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Describes a model that is trained on data sets of DL4J.
 *
 * @param <B> the builder's own type
 */
public abstract sealed class DataSetModelBuilder<B extends DataSetModelBuilder<B>>
        extends ModelUnderTestBuilder<B> permits Dl4jModelBuilder, SameDiffModelBuilder {

    DataSetModelBuilder(String name) {
        super(name);
    }

    /** The examples it is trained on, copied. */
    public B trainingData(DataSet given) {
        return trainingData(Dl4j.data(given));
    }

    /** The examples it is trained on, copied. */
    public B trainingData(MultiDataSet given) {
        return trainingData(Dl4j.data(given));
    }
}
