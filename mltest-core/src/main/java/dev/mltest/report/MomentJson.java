package dev.mltest.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Days and moments as JSON: text as in ISO 8601. */
final class MomentJson<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parser;

    private MomentJson(Class<T> type, Function<String, T> parser) {
        super(type);
        this.parser = parser;
    }

    static void addTo(SimpleModule module) {
        module.addSerializer(LocalDate.class, ToStringSerializer.instance);
        module.addSerializer(Instant.class, ToStringSerializer.instance);
        module.addDeserializer(
                LocalDate.class, new MomentJson<>(LocalDate.class, LocalDate::parse));
        module.addDeserializer(Instant.class, new MomentJson<>(Instant.class, Instant::parse));
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        String text = json.getValueAsString("");
        try {
            return parser.apply(text);
        } catch (DateTimeException unreadable) {
            throw context.weirdStringException(text, handledType(), "it is no date of ISO 8601");
        }
    }
}
