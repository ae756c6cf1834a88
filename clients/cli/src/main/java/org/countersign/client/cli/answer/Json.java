package org.countersign.client.cli.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;

/** How answers are written for scripts: amounts and quantities as decimal strings, ids and names as strings. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .registerModule(new SimpleModule("countersign")
                    .addSerializer(BigDecimal.class, new PlainDecimal())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(SecureHash.class, ToStringSerializer.instance)
                    .addSerializer(CordaX500Name.class, ToStringSerializer.instance));

    private Json() {}

    /**
     * Writes a value as one JSON document.
     *
     * @param value maps, lists, text, numbers and the types of the ledger that answers contain
     * @return the document, indented, without a line break at its end
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer holds what has no form in JSON: " + value, e);
        }
    }

    /**
     * Writes a value as one line, for what is told while a command runs.
     *
     * @param value as for {@link #write}
     * @return the document without a line break in it
     */
    public static String line(Object value) {
        try {
            return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer holds what has no form in JSON: " + value, e);
        }
    }

    // A number in JSON is read as floating point by most readers, and money must not be.
    private static final class PlainDecimal extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toPlainString());
        }
    }
}
