package dev.mltest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page on the contract shows what the runs of all adapters approve. */
class ContractPageTest {

    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/adapter-contract.md");
    private static final Path RECEIVED = Path.of("target/approved/adapter-contract.received.md");
    private static final String APPROVED = "mltest-%s-adapter/src/test/resources/approved/contract";

    @Test
    void the_page_shows_the_adapters_side_by_side() throws IOException {
        Map<String, String> reports = new LinkedHashMap<>();
        reports.put("DJL on PyTorch", report("djl", "djl-pytorch"));
        reports.put("DJL on MXNet", report("djl", "djl-mxnet"));
        reports.put("DL4J networks", report("dl4j", "dl4j-networks"));
        reports.put("DL4J graphs", report("dl4j", "dl4j-graphs"));
        reports.put("SameDiff", report("dl4j", "dl4j-samediff"));

        String table = new ContractTable(reports).toString();

        Files.createDirectories(RECEIVED.getParent());
        Files.writeString(RECEIVED, table);
        assertThat(Files.readString(PAGE))
                .as("if this is right, the table is in mltest-core/%s", RECEIVED)
                .contains(table);
    }

    private static String report(String module, String name) throws IOException {
        return Files.readString(
                Repository.ROOT.resolve(APPROVED.formatted(module)).resolve(name + ".txt"));
    }
}
