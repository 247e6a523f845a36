package dev.mltest.dl4j;

/** What a factory makes, in words. */
enum Kind {
    /** A network of layers. */
    NETWORK(
            "network",
            "a MultiLayerNetwork or a ComputationGraph",
            "seed -> new MultiLayerNetwork(configuration(seed))"),
    /** A graph of operations. */
    GRAPH("SameDiff graph", "a SameDiff", "seed -> graph(seed)"),
    /** What a graph is trained with; it counts the updates. */
    TRAINING_CONFIG(
            "TrainingConfig", "a TrainingConfig", "TrainingConfig.builder() in graph(seed)");

    private final String noun;
    private final String type;
    private final String example;

    Kind(String noun, String type, String example) {
        this.noun = noun;
        this.type = type;
        this.example = example;
    }

    String noun() {
        return noun;
    }

    String type() {
        return type;
    }

    String example() {
        return example;
    }
}
