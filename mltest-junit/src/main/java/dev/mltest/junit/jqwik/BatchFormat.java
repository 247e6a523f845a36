package dev.mltest.junit.jqwik;

import dev.mltest.model.ArrayTensor;
import dev.mltest.model.Batch;
import dev.mltest.model.ElementType;
import dev.mltest.model.NamedTensors;

import net.jqwik.api.SampleReportingFormat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** How jqwik prints a batch: each tensor with its values, if they are few, in their own digits. */
public final class BatchFormat implements SampleReportingFormat {

    private static final int MOST_VALUES = 64;

    /** For jqwik, which finds it by the service loader. */
    public BatchFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Batch;
    }

    @Override
    public Object report(Object value) {
        Batch batch = (Batch) value;
        Map<Object, Object> report = new LinkedHashMap<>();
        add(report, "input", batch.inputs());
        add(report, "target", batch.targets());
        add(report, "mask of", batch.masks());
        return report;
    }

    private static void add(Map<Object, Object> report, String kind, NamedTensors tensors) {
        tensors.asMap()
                .forEach((name, tensor) -> report.put(
                        SampleReportingFormat.plainLabel(
                                name.equals(kind) ? kind : kind + " " + name),
                        SampleReportingFormat.plainLabel(text(tensor.toArray()))));
    }

    private static String text(ArrayTensor tensor) {
        String head = tensor.elementType() + " " + tensor.shape();
        if (tensor.length() > MOST_VALUES) {
            return head;
        }
        StringJoiner values = new StringJoiner(" ", head + " ", "");
        for (int i = 0; i < tensor.length(); i++) {
            values.add(number(tensor, i));
        }
        return values.toString();
    }

    private static String number(ArrayTensor tensor, int at) {
        double value = tensor.get(at);
        String text = tensor.elementType() == ElementType.FLOAT32
                ? Float.toString((float) value)
                : Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
