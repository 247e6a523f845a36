package dev.mltest.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Which mltest this is, as the build wrote it down. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
            String version = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new String[] {"mltest " + version};
        }
    }
}
