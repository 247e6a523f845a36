package dev.mltest.junit;

import dev.mltest.model.ModelUnderTest;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class about one model. Its {@link MLTest} methods receive the model and share all that is
 * found out about it. {@code @Nested} classes see the model of the class around them, or bring
 * their own.
 */
@ExtendWith(ShardExtension.class)
public interface ModelTests {

    /**
     * The model that the tests are about. Asked once for each test class, on the instance of
     * whichever test comes first; so let it depend on nothing that a test changes.
     */
    ModelUnderTest model();
}
