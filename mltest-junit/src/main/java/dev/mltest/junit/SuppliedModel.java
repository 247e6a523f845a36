package dev.mltest.junit;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.ModelUnderTest;
import dev.mltest.model.NotAvailableException;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** What came of asking a test class for its model: the model, or the same refusal each time. */
final class SuppliedModel {

    private final @Nullable ModelUnderTest model;
    private final RuntimeException refusal;

    private SuppliedModel(@Nullable ModelUnderTest model, RuntimeException refusal) {
        this.model = model;
        this.refusal = refusal;
    }

    static SuppliedModel askedOf(ModelTests tests) {
        String name = TestNames.of(tests.getClass()) + ".model()";
        try {
            return new SuppliedModel(tests.model(), returnedNull(name));
        } catch (ConfigurationException | TestAbortedException known) {
            return new SuppliedModel(null, known);
        } catch (NotAvailableException missing) {
            return new SuppliedModel(null, notHere(name, missing));
        } catch (RuntimeException thrown) {
            return new SuppliedModel(null, threw(name, thrown));
        }
    }

    ModelUnderTest get() {
        if (model == null) {
            throw refusal;
        }
        return model;
    }

    private static RuntimeException returnedNull(String name) {
        return new ConfigurationException(name
                + " returned null; return a model, for example one from"
                + " ModelUnderTest.named(...).task(...).trainingData(...).build()");
    }

    private static RuntimeException notHere(String name, NotAvailableException missing) {
        return new TestAbortedException(name + " has no model here: " + missing.getMessage());
    }

    private static RuntimeException threw(String name, RuntimeException thrown) {
        return new ConfigurationException(
                "%s threw %s; let it describe the model without failing".formatted(name, thrown),
                thrown);
    }
}
