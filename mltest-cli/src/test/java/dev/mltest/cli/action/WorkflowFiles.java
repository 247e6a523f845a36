package dev.mltest.cli.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The workflows of this repository. */
final class WorkflowFiles {

    static final List<String> NAMES = List.of("mltest.yml", "ci.yml");

    private WorkflowFiles() {}

    static JsonNode read(String name) throws IOException {
        return new YAMLMapper().readTree(path(name).toFile());
    }

    static Path path(String name) {
        return Path.of("../.github/workflows").resolve(name);
    }
}
