package dev.mltest.testing.contract;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.concurrent.TimeUnit;

/**
 * The whole contract. An adapter's tests contain one class that extends it and supplies what
 * {@link AdapterUnderTest} asks for. What the run found is written to {@code target/contract}; see
 * {@link ContractReport}.
 */
@ExtendWith(ContractReport.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
public abstract class AdapterContract
        implements OutputsContract,
                GradientsContract,
                ParametersContract,
                ModesContract,
                StepsContract,
                SnapshotsContract,
                SeedsContract,
                FailuresContract,
                ThreadsContract,
                MemoryContract {}
