package dev.mltest.corpus.tabular;

import static dev.mltest.corpus.oracle.Training.scoresLower;

import dev.mltest.corpus.program.Edit;
import dev.mltest.corpus.program.Fault;
import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.Shape;

import java.util.Random;
import java.util.stream.IntStream;

/** Faults of the table that is trained on. */
final class DataFaults {

    private DataFaults() {}

    @Fault(value = "DA01", at = "training data*")
    static Edit otherClassesNearlyMissing() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            Batch trainingRows() {
                                Batch all = super.trainingRows();
                                return all.rows(IntStream.range(0, all.size())
                                        .filter(i -> Rows.classOf(all, i) == 0 || i % 50 == 0)
                                        .toArray());
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(TrainedOracles.classesAreForgotten());
    }

    @Fault(
            value = "DA05",
            at = {"training data*", "validation data*"})
    static Edit validationRowsInTraining() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            Batch trainingRows() {
                                return Rows.join(
                                        super.trainingRows(), validationRows().firstRows(100));
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(TableOracles.splitsOverlap());
    }

    @Fault(value = "DA09", at = "training data*")
    static Edit oneRowInAHundred() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            Batch trainingRows() {
                                return super.trainingRows().firstRows(6);
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(scoresLower());
    }

    @Fault(
            value = "LB01",
            at = {"target*", "training data*"})
    static Edit classesMislabelled() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            Batch trainingRows() {
                                Batch all = super.trainingRows();
                                Random random = new Random(5);
                                return Rows.relabel(all, row -> mislabelled(all, row, random));
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(scoresLower());
    }

    private static long mislabelled(Batch table, int row, Random random) {
        long[] counts = Rows.counts(table, 3);
        int label = Rows.classOf(table, row);
        boolean commonest = counts[label] == Math.max(counts[0], Math.max(counts[1], counts[2]));
        return commonest && random.nextDouble() < 0.4 ? (label + 1 + random.nextInt(2)) % 3 : label;
    }

    @Fault(
            value = "LB02",
            at = {"input*", "target*", "training data*"})
    static Edit featuresShuffledWithoutClasses() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            Batch trainingRows() {
                                Batch all = super.trainingRows();
                                int[] shuffled = Rows.shuffled(all.size(), new Random(3));
                                return all.withInputs(all.rows(shuffled).inputs());
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(scoresLower());
    }

    @Fault(
            value = "LB03",
            at = {"target*", "training data*", "output*", "head*"})
    static Edit classesCountedFromOne() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            int classes() {
                                return 4;
                            }

                            @Override
                            long classOf(float[] features) {
                                return 1 + super.classOf(features);
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(TableOracles.someOutputIsNeverTarget());
    }

    /** DL4J's losses take one-hot targets. */
    @Fault(
            value = "LB04",
            at = {"target*", "loss*"})
    static Edit oneHotTargetsWhereIndicesAreMeant() {
        return Edit.of(new DjlMlp(new Tabular() {
                    @Override
                    ArrayTensor targets(long[] classes) {
                        float[] rows = new float[classes.length * classes()];
                        for (int i = 0; i < classes.length; i++) {
                            rows[i * classes() + (int) classes[i]] = 1;
                        }
                        return ArrayTensor.ofFloats(Shape.of(classes.length, classes()), rows);
                    }
                }))
                .shownBy(TrainedOracles.classesAreForgotten());
    }

    @Fault(
            value = "LB51",
            at = {"input*", "training data*"})
    static Edit classLeftAmongTheFeatures() {
        return Edit.in(
                        new Tabular() {
                            @Override
                            float[] draw(Random random) {
                                float[] features = super.draw(random);
                                features[5] = classOf(features);
                                return features;
                            }
                        },
                        DjlMlp::new,
                        Dl4jMlp::new)
                .shownBy(TableOracles.oneFeatureTellsAll());
    }
}
