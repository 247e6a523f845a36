package dev.mltest.corpus.tabular;

import java.util.List;

/** Where the programs of this carrier are. */
public final class TabularPrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(
            TabularCorrect.class,
            TrainingCorrect.class,
            DataFaults.class,
            NetworkFaults.class,
            InitialisationFaults.class,
            LossFaults.class,
            OptimizerFaults.class,
            NumericalFaults.class,
            LoopFaults.class);

    private TabularPrograms() {}
}
