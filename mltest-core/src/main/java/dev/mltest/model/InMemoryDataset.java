package dev.mltest.model;

/** Examples held as one batch. */
record InMemoryDataset(Batch all) implements Dataset {

    @Override
    public int size() {
        return all.size();
    }

    @Override
    public Batch examples(int... indices) {
        return all.rows(indices);
    }
}
