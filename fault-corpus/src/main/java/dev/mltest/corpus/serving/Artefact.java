package dev.mltest.corpus.serving;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is stored of a trained program.
 *
 * @param model as the engine saves it
 * @param normaliser that of the training
 * @param names of the classes
 */
record Artefact(byte[] model, Normaliser normaliser, List<String> names) {

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeFloat(normaliser.mean());
            out.writeFloat(normaliser.deviation());
            out.writeInt(names.size());
            for (String name : names) {
                out.writeUTF(name);
            }
            out.write(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Artefact read(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            Normaliser normaliser = new Normaliser(in.readFloat(), in.readFloat());
            List<String> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                names.add(in.readUTF());
            }
            return new Artefact(in.readAllBytes(), normaliser, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
