package dev.mltest.dl4j;

import dev.mltest.model.ConfigurationException;
import dev.mltest.model.Device;
import dev.mltest.model.JvmSettings;
import dev.mltest.model.NotAvailableException;
import dev.mltest.model.Provenance;
import dev.mltest.model.Scope;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/** ND4J's one backend. */
final class Backend {

    private static final String VERSIONS =
            "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";

    private Backend() {}

    /**
     * Makes sure that ND4J computes on this device.
     *
     * @throws NotAvailableException if it does not
     */
    static void require(String model, Device device) {
        Device present = device();
        if (!present.equals(device)) {
            throw new NotAvailableException(
                    "model '%s' is not available on %s: ND4J's backend on the class path computes on %s"
                            .formatted(model, device, present));
        }
    }

    /** What computes. */
    static Provenance provenance() {
        return new Provenance(
                ("DL4J " + version()).strip(),
                "ND4J " + Nd4j.getBackend().getClass().getSimpleName(),
                device());
    }

    /** All that is handed out is on the heap; see {@link NativeGarbage} for the rest. */
    static Scope scope() {
        return () -> {};
    }

    /** Set before the process starts: in a running one, BLAS keeps the number it started with. */
    static JvmSettings threads(int count) {
        String threads = Integer.toString(count);
        return JvmSettings.ofEnvironment(
                Map.of("OMP_NUM_THREADS", threads, "OPENBLAS_NUM_THREADS", threads));
    }

    private static Device device() {
        try {
            return Nd4j.getEnvironment().isCPU()
                    ? Device.cpu()
                    : Device.gpu(Nd4j.getAffinityManager().getDeviceForCurrentThread());
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new ConfigurationException(
                    "ND4J finds no backend; add org.nd4j:nd4j-native to the class path", e);
        }
    }

    private static String version() {
        try (InputStream file = MultiLayerNetwork.class.getResourceAsStream(VERSIONS)) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "");
        } catch (IOException e) {
            return "";
        }
    }
}
