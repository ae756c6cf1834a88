package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON (RFC 8259) that strangers wrote: no member twice, nothing behind the end, no depth without bounds. */
final class StrictJson {
    private static final int DEEPEST = 16;
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    static ObjectMapper mapper() {
        return MAPPER;
    }

    static ObjectNode object(byte[] bytes) throws MalformedException {
        JsonNode read = read(bytes);
        if (!read.isObject()) {
            throw new MalformedException("A part of the document is no JSON object.");
        }
        return (ObjectNode) read;
    }

    static JsonNode read(byte[] bytes) throws MalformedException {
        try {
            // A fresh decoder reports malformed input, where others would replace it.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            checkDepth(text);
            JsonNode read = MAPPER.readTree(text);
            if (read == null || read.isMissingNode()) {
                throw new MalformedException("A part of the document is empty.");
            }
            return read;
        } catch (CharacterCodingException malformed) {
            throw new MalformedException("A part of the document is not UTF-8 text.");
        } catch (IOException malformed) {
            throw new MalformedException("A part of the document is not JSON.");
        }
    }

    private static void checkDepth(String text) throws IOException, MalformedException {
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new MalformedException(
                            "A part of the document is nested deeper than " + DEEPEST + " levels.");
                }
            }
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
