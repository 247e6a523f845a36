package dev.mltest.model;

import org.jspecify.annotations.Nullable;

/**
 * mltest was given something it cannot work with. The message starts with {@code configuration:},
 * names what and where, and says what to write. It is never a verdict on the model.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String LABEL = "configuration: ";

    private final boolean brokenPart;

    /** With a message that says what is wrong and what to do, without the leading label. */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /** As above, with the error that showed it. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private ConfigurationException(String message, @Nullable Throwable cause, boolean brokenPart) {
        super(LABEL + message, cause);
        this.brokenPart = brokenPart;
    }

    /** Something that was declared does not work; the message names it. */
    public static ConfigurationException ofPart(String message, @Nullable Throwable cause) {
        return new ConfigurationException(message, cause, true);
    }

    /**
     * Whether it is only something declared that does not work: a part of the training loop, the
     * metric, the description for another process. What does not need it can still be judged.
     */
    public boolean isOfPart() {
        return brokenPart;
    }

    /** The message without its leading label. */
    public String reason() {
        return String.valueOf(getMessage()).substring(LABEL.length());
    }
}
