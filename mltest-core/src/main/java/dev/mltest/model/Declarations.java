package dev.mltest.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the user stated about a model. */
public final class Declarations {

    private final List<Declaration> all;

    private Declarations(List<Declaration> all) {
        this.all = List.copyOf(all);
    }

    /** Nothing stated. */
    public static Declarations none() {
        return new Declarations(List.of());
    }

    /** These and one more. */
    public Declarations and(Declaration declaration) {
        List<Declaration> extended = new ArrayList<>(all);
        extended.add(declaration);
        return new Declarations(extended);
    }

    /** All of one kind, in the order stated. */
    public <D extends Declaration> List<D> of(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What is frozen, if that was stated; several statements count together. */
    public Optional<FrozenParameters> frozen() {
        List<String> globs = of(FrozenParameters.class).stream()
                .flatMap(frozen -> frozen.globs().stream())
                .toList();
        return globs.isEmpty() ? Optional.empty() : Optional.of(new FrozenParameters(globs));
    }

    /**
     * The only, or last, one of a kind.
     *
     * @throws NotAvailableException if there is none, with this hint of what to write
     */
    public <D extends Declaration> D require(Class<D> kind, String what, String example) {
        List<D> found = of(kind);
        if (found.isEmpty()) {
            throw new NotAvailableException("no %s is declared; write %s".formatted(what, example));
        }
        return found.get(found.size() - 1);
    }
}
