package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what is disclosed in the place of its digests (RFC 9901, section 7.1, step 3), and refuses what the signed part
 * has no place for.
 */
final class DisclosedPayload {
    private static final String DIGESTS = "_sd";
    private static final String ALGORITHM = "_sd_alg";
    private static final String ITEM = "...";

    private final Map<String, Disclosure> open = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private DisclosedPayload(List<Disclosure> disclosures) throws MalformedException {
        for (Disclosure disclosure : disclosures) {
            if (open.put(disclosure.digest(), disclosure) != null) {
                throw new MalformedException("A disclosure stands in the document twice.");
            }
        }
    }

    static ObjectNode of(JsonNode payload, List<Disclosure> disclosures) throws MalformedException {
        String algorithm = payload.path(ALGORITHM).asText("sha-256");
        if (!algorithm.equals("sha-256")) {
            throw new MalformedException("The document's digests are not by SHA-256.");
        }
        DisclosedPayload reader = new DisclosedPayload(disclosures);
        ObjectNode disclosed = reader.object(payload);
        disclosed.remove(ALGORITHM);
        if (!reader.open.isEmpty()) {
            throw new MalformedException("A disclosure belongs to no digest of the signed document.");
        }
        return disclosed;
    }

    private JsonNode value(JsonNode node) throws MalformedException {
        return node.isObject() ? object(node) : node.isArray() ? array(node) : node;
    }

    private ObjectNode object(JsonNode node) throws MalformedException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().equals(ITEM)) {
                throw new MalformedException("The signed document has the digest of an item outside of a list.");
            }
            if (!field.getKey().equals(DIGESTS)) {
                result.set(field.getKey(), value(field.getValue()));
            }
        }
        JsonNode digests = node.path(DIGESTS);
        if (!digests.isMissingNode() && !digests.isArray()) {
            throw new MalformedException("The signed document's digests are no list.");
        }
        for (JsonNode digest : digests) {
            Disclosure disclosure = take(digest);
            if (disclosure != null) {
                String name = disclosure.name();
                if (name == null || name.equals(DIGESTS) || name.equals(ITEM) || result.has(name)) {
                    throw new MalformedException("A disclosure's name has no place in the signed document.");
                }
                result.set(name, value(disclosure.value()));
            }
        }
        return result;
    }

    private ArrayNode array(JsonNode node) throws MalformedException {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : node) {
            if (item.isObject() && item.has(ITEM)) {
                Disclosure disclosure = take(item.get(ITEM));
                if (item.size() != 1 || disclosure != null && disclosure.name() != null) {
                    throw new MalformedException("A disclosure is no item of the list where its digest stands.");
                }
                if (disclosure != null) {
                    result.add(value(disclosure.value()));
                }
            } else {
                result.add(value(item));
            }
        }
        return result;
    }

    private Disclosure take(JsonNode digest) throws MalformedException {
        if (!digest.isTextual() || !seen.add(digest.asText())) {
            throw new MalformedException("A digest of the signed document is no text, or stands there twice.");
        }
        return open.remove(digest.asText());
    }
}
