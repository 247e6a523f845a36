package dev.mltest.testing.contract;

import dev.mltest.model.NotAvailableException;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Notes what a run of the contract found and writes it to {@code target/contract/<class>.txt}. A
 * property that the adapter answers by {@link NotAvailableException} is skipped with the reason.
 */
final class ContractReport implements TestWatcher, AfterAllCallback, TestExecutionExceptionHandler {

    private static final Path FOLDER = Path.of("target", "contract");
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ContractReport.class);

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        if (thrown instanceof NotAvailableException reason) {
            throw new TestAbortedException(reason.getMessage(), reason);
        }
        throw thrown;
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, ContractOutcome.HOLDS);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, ContractOutcome.notAvailable(cause.getMessage()));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, ContractOutcome.FAILS);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Files.createDirectories(FOLDER);
        Path unfinished = Files.createTempFile(FOLDER, "contract", ".tmp");
        Files.writeString(unfinished, outcomes(context).toString());
        String name = context.getRequiredTestClass().getSimpleName();
        Files.move(unfinished, FOLDER.resolve(name + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void note(ExtensionContext context, ContractOutcome outcome) {
        String property = context.getRequiredTestMethod().getName().replace('_', ' ');
        outcomes(classOf(context)).note(property, context.getDisplayName(), outcome);
    }

    private static ContractOutcomes outcomes(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ContractOutcomes.class,
                        key -> new ContractOutcomes(),
                        ContractOutcomes.class);
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext place = context;
        while (place.getTestMethod().isPresent()) {
            place = place.getParent().orElseThrow();
        }
        return place;
    }
}
