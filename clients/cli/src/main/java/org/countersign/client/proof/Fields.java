package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.utilities.OpaqueBytes;

/** Takes the fields of one object in the order that the format prescribes; nothing may be missing or left over. */
final class Fields {
    private final String where;
    private final Iterator<Map.Entry<String, Json>> rest;

    Fields(String where, Json value) throws ProofRefusedException {
        this.where = where;
        require(value instanceof Json.Structure, "%s must be an object.", where);
        this.rest = ((Json.Structure) value).fields().entrySet().iterator();
    }

    Json take(String name) throws ProofRefusedException {
        require(rest.hasNext(), "%s lacks the field \"%s\".", where, name);
        Map.Entry<String, Json> field = rest.next();
        require(
                field.getKey().equals(name),
                "%s has the field \"%s\" where \"%s\" must stand.",
                where,
                field.getKey(),
                name);
        return field.getValue();
    }

    void end() throws ProofRefusedException {
        if (rest.hasNext()) {
            throw new ProofRefusedException(
                    where + " has the unknown field \"" + rest.next().getKey() + "\".");
        }
    }

    String text(String name) throws ProofRefusedException {
        return text(name, take(name));
    }

    String textOrNull(String name) throws ProofRefusedException {
        Json value = take(name);
        return value instanceof Json.Nothing ? null : text(name, value);
    }

    int number(String name) throws ProofRefusedException {
        Json value = take(name);
        require(value instanceof Json.Number, "\"%s\" of %s must be a whole number.", name, where);
        return ((Json.Number) value).value();
    }

    List<Json> sequence(String name) throws ProofRefusedException {
        Json value = take(name);
        require(value instanceof Json.Sequence, "\"%s\" of %s must be an array.", name, where);
        return ((Json.Sequence) value).elements();
    }

    List<SecureHash> hashes(String name) throws ProofRefusedException {
        List<SecureHash> hashes = new ArrayList<>();
        for (Json element : sequence(name)) {
            hashes.add(hash(name, element));
        }
        return hashes;
    }

    SecureHash hash(String name) throws ProofRefusedException {
        return hash(name, take(name));
    }

    OpaqueBytes bytes(String name) throws ProofRefusedException {
        return bytes(name, take(name));
    }

    OpaqueBytes bytes(String name, Json value) throws ProofRefusedException {
        try {
            byte[] decoded = Base64.getDecoder().decode(text(name, value));
            require(decoded.length > 0, "\"%s\" of %s is empty.", name, where);
            return new OpaqueBytes(decoded);
        } catch (IllegalArgumentException malformed) {
            throw new ProofRefusedException("\"" + name + "\" of " + where + " is not base64.", malformed);
        }
    }

    CordaX500Name legalName(String name) throws ProofRefusedException {
        return legalName(name, take(name));
    }

    CordaX500Name legalName(String name, Json value) throws ProofRefusedException {
        try {
            return CordaX500Name.parse(text(name, value));
        } catch (IllegalArgumentException malformed) {
            throw new ProofRefusedException("\"" + name + "\" of " + where + " is no legal name.", malformed);
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) throws ProofRefusedException {
        String word = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new ProofRefusedException("\"" + name + "\" of " + where + " is unknown: " + word);
    }

    private String text(String name, Json value) throws ProofRefusedException {
        require(value instanceof Json.Text, "\"%s\" of %s must be a text.", name, where);
        return ((Json.Text) value).value();
    }

    private SecureHash hash(String name, Json value) throws ProofRefusedException {
        String hex = text(name, value);
        require(
                hex.matches("[0-9A-F]{64}"),
                "\"%s\" of %s is not a SHA-256 hash of 64 capital hexadecimal digits.",
                name,
                where);
        return SecureHash.parse(hex);
    }
}
