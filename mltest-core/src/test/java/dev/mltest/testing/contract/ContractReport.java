package dev.mltest.testing.contract;

import dev.mltest.model.NotAvailableException;
import dev.mltest.testing.Approved;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Notes what a run of the contract found and writes it to {@code target/contract/<name>.txt}. A
 * demand that the adapter answers by {@link NotAvailableException} is skipped with the reason. If
 * the test resources hold an {@code approved/contract/<name>.txt}, a complete run has to equal it.
 */
final class ContractReport
        implements BeforeEachCallback,
                TestWatcher,
                AfterAllCallback,
                TestExecutionExceptionHandler {

    private static final Path FOLDER = Path.of("target", "contract");
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ContractReport.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        AdapterUnderTest adapter = (AdapterUnderTest) context.getRequiredTestInstance();
        classOf(context).getStore(NAMESPACE).put(AdapterUnderTest.class, adapter.name());
    }

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
        ContractOutcomes outcomes = outcomes(context);
        String name = context.getStore(NAMESPACE).get(AdapterUnderTest.class, String.class);
        if (name == null) {
            return;
        }
        write(name, outcomes.toString());
        String approved = "contract/" + name;
        boolean isComplete = outcomes.demands() == demands(context.getRequiredTestClass());
        if (isComplete && Approved.exists(approved)) {
            Approved.verify(approved, outcomes.toString().stripTrailing());
        }
    }

    private static long demands(Class<?> contract) {
        return Stream.of(contract.getMethods())
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .count();
    }

    private static void write(String name, String text) throws IOException {
        Files.createDirectories(FOLDER);
        Path unfinished = Files.createTempFile(FOLDER, name, ".tmp");
        Files.writeString(unfinished, text);
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
