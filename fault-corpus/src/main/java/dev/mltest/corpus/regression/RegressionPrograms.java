package dev.mltest.corpus.regression;

import java.util.List;

/** Where the programs of this carrier are. */
public final class RegressionPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(
            RegressionDataFaults.class,
            RegressionFaults.class,
            RegressionLossFaults.class,
            RegressionCorrect.class,
            RegressionLosses.class,
            GaussianRegression.class,
            WarmStart.class);

    private RegressionPrograms() {}
}
