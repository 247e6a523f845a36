package dev.mltest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

import java.util.List;

class GradientCheckRaceTest {

    private static final int ACCUSED_BY_MLTEST = 3;
    private static final int NAMED = 4;

    private DataType before;

    @BeforeEach
    void asDl4jDemands() {
        before = Nd4j.defaultFloatingPointType();
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterEach
    void asBefore() {
        Nd4j.setDefaultDataTypes(before, before);
    }

    @Test
    void wrong_gradients_are_found_and_named_and_right_ones_left_alone() {
        List<List<String>> rows = GradientCheckRace.detection(6);

        assertThat(rows)
                .extracting(row -> row.get(ACCUSED_BY_MLTEST))
                .containsExactly("6", "6", "6", "0");
        assertThat(rows).extracting(row -> row.get(NAMED)).containsExactly("6", "6", "6", "0");
    }
}
