package dev.mltest.experiment;

import dev.mltest.evidence.Price;
import dev.mltest.model.Declaration;
import dev.mltest.model.DeclaredLoop;
import dev.mltest.model.ModelUnderTest;

/** What was declared of the user's loop. */
final class Loops {

    private Loops() {}

    /** What an experiment on the loop costs: nothing unless one is declared. */
    static Price priced(ModelUnderTest model, Price price) {
        return priced(model, DeclaredLoop.class, price);
    }

    /** What an experiment on something declared costs: nothing unless it is. */
    static Price priced(ModelUnderTest model, Class<? extends Declaration> what, Price price) {
        return model.declarations().of(what).isEmpty() ? Price.FREE : price;
    }

    /** After how many steps its optimiser acts; 1 without a declaration. */
    static int accumulated(ModelUnderTest model) {
        return model.declarations().of(DeclaredLoop.class).stream()
                .mapToInt(declared -> declared.loop().accumulated())
                .reduce(1, (first, last) -> last);
    }
}
