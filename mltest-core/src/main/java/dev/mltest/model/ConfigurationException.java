package dev.mltest.model;

import org.jspecify.annotations.Nullable;

/**
 * mltest was given something it cannot work with. The message starts with {@code configuration:},
 * names what and where, and says what to write. It is never a verdict on the model.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String LABEL = "configuration: ";

    /** With a message that says what is wrong and what to do, without the leading label. */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /** As above, with the error that showed it. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(LABEL + message, cause);
    }
}
