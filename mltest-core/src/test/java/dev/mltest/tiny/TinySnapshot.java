package dev.mltest.tiny;

import dev.mltest.model.Snapshot;

import java.util.List;

/** Everything in a network that training moves. */
record TinySnapshot(TinyNet owner, int steps, List<double[]> state) implements Snapshot {

    static TinySnapshot of(TinyNet net) {
        return new TinySnapshot(net, net.steps, net.state().map(double[]::clone).toList());
    }

    /** Only where it was taken. */
    void putBack(TinyNet net) {
        if (net != owner) {
            throw new IllegalArgumentException("the snapshot was taken of another model");
        }
        List<double[]> live = net.state().toList();
        for (int i = 0; i < live.size(); i++) {
            System.arraycopy(state.get(i), 0, live.get(i), 0, live.get(i).length);
        }
        net.steps = steps;
    }

    @Override
    public void close() {}
}
