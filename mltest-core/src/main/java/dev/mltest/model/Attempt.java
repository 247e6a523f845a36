package dev.mltest.model;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;

/** Calls what the user declared; what goes wrong in it is no verdict. */
final class Attempt {

    private Attempt() {}

    /** Code of the user's that gives nothing back. */
    @FunctionalInterface
    interface Deed {
        void perform() throws Exception;
    }

    static void to(String part, Deed deed) {
        of(part, () -> {
            deed.perform();
            return part;
        });
    }

    /**
     * Calls a part.
     *
     * @param part its name in a sentence, for example {@code the declared metric}
     */
    static <R> R of(String part, Callable<? extends @Nullable R> call) {
        try {
            R result = call.call();
            if (result == null) {
                throw ConfigurationException.ofPart(part + " gave null", null);
            }
            return result;
        } catch (ConfigurationException | NotAvailableException known) {
            throw known;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(part, interrupted);
        } catch (Exception thrown) {
            throw failed(part, thrown);
        }
    }

    private static ConfigurationException failed(String part, Exception thrown) {
        return ConfigurationException.ofPart(
                "%s threw %s; make it run by itself first".formatted(part, thrown), thrown);
    }
}
