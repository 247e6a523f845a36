package dev.mltest.corpus.images;

import java.util.List;

/** Where the programs of this carrier are. */
public final class ImagePrograms {

    /** Classes with marked methods. */
    public static final List<Class<?>> ALL = List.of(
            ImageFaults.class,
            ImageArchitectureFaults.class,
            ImageRegularisationFaults.class,
            ImageModeFaults.class,
            ImageTrainingFaults.class,
            ImageInputCorrect.class,
            ImageNormCorrect.class,
            ImageTrainingCorrect.class,
            ImageNetworkCorrect.class,
            ImageWeightsCorrect.class);

    private ImagePrograms() {}
}
