package dev.mltest.corpus.djl;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.nn.Block;

import java.util.stream.IntStream;

/** Trainable tables of word vectors. */
public final class Embeddings {

    private Embeddings() {}

    /** A table of so many words, which are known by their numbers. */
    public static Block of(int words, int width) {
        DefaultVocabulary vocabulary = new DefaultVocabulary(
                IntStream.range(0, words).mapToObj(i -> "word" + i).toList());
        return TrainableWordEmbedding.builder()
                .setVocabulary(vocabulary)
                .setEmbeddingSize(width)
                .optNumEmbeddings(words)
                .build();
    }
}
