package dev.mltest.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

import dev.mltest.model.ParameterPath;
import dev.mltest.model.Shape;
import dev.mltest.model.Task;

import java.io.IOException;

/**
 * How evidence is written as JSON. Doubles are written so that they are read back bit for bit; NaN
 * and infinities are strings. No class name stands in a file or is read from one.
 */
final class EvidenceJson {

    private EvidenceJson() {}

    static ObjectMapper mapper() {
        SimpleModule values = new SimpleModule("mltest");
        values.addSerializer(ParameterPath.class, new PathWriter());
        values.addDeserializer(ParameterPath.class, new PathReader());
        values.addSerializer(Shape.class, new ShapeWriter());
        values.addDeserializer(Shape.class, new ShapeReader());
        MomentJson.addTo(values);
        return JsonMapper.builder()
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addMixIn(Task.class, TaskKinds.class)
                .addModule(values)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Task.Classification.class, name = "classification"),
        @JsonSubTypes.Type(value = Task.MultiLabel.class, name = "multi-label"),
        @JsonSubTypes.Type(value = Task.LanguageModel.class, name = "language-model"),
        @JsonSubTypes.Type(value = Task.Regression.class, name = "regression"),
        @JsonSubTypes.Type(value = Task.Reconstruction.class, name = "reconstruction"),
        @JsonSubTypes.Type(value = Task.Custom.class, name = "custom")
    })
    private interface TaskKinds {}

    private static final class PathWriter extends JsonSerializer<ParameterPath> {
        @Override
        public void serialize(ParameterPath path, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(path.text());
        }
    }

    private static final class PathReader extends JsonDeserializer<ParameterPath> {
        @Override
        public ParameterPath deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return ParameterPath.of(json.getValueAsString());
        }
    }

    private static final class ShapeWriter extends JsonSerializer<Shape> {
        @Override
        public void serialize(Shape shape, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeArray(shape.sizes(), 0, shape.rank());
        }
    }

    private static final class ShapeReader extends JsonDeserializer<Shape> {
        @Override
        public Shape deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Shape.of(json.readValueAs(long[].class));
        }
    }
}
