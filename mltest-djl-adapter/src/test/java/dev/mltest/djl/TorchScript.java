package dev.mltest.djl;

import ai.djl.Model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Exported modules with a dropout layer. */
final class TorchScript {

    private TorchScript() {}

    /** As {@code torch.jit.script} wrote it: dropout acts in training mode. */
    static Path scripted(Path folder) throws IOException {
        Path path = folder.resolve("scripted.pt");
        try (InputStream stream =
                TorchScript.class.getResourceAsStream("/torchscript/scripted.pt")) {
            Files.copy(stream, path);
        }
        return path;
    }

    /** The same module with its mode written down as evaluation, which is what tracing does. */
    static Path tracedInEvaluationMode(Path folder) throws IOException {
        Path path = scripted(folder);
        try (FileSystem archive =
                FileSystems.newFileSystem(path, Map.of("noCompression", "true"))) {
            Path dropout = archive.getPath("scripted/code/__torch__/torch/nn/modules/dropout.py");
            String code = Files.readString(dropout);
            Files.writeString(
                    dropout, code.replace("training = self.training", "training = False"));
        }
        return path;
    }

    static Model load(Path path, Map<String, String> options) {
        Model model = Model.newInstance("scripted");
        try {
            model.load(path.getParent(), "scripted", options);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return model;
    }
}
