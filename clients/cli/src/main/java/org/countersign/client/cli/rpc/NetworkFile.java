package org.countersign.client.cli.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** Reads the file that {@code ./countersign up} writes about the network it started. */
public final class NetworkFile {
    private static final String FORMAT = "countersign-network/1";
    private static final String REMEDY = "Start a network with ./countersign up, or name its file with --network.";

    private final Path file;

    private NetworkFile(Path file) {
        this.file = file;
    }

    /**
     * Reads a network file.
     *
     * @param file where it is
     * @return the network
     * @throws Failure if it is not there, or not a network file of format {@code countersign-network/1}
     */
    public static Network read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(FailureCode.NETWORK_UNKNOWN, "There is no network file at " + file + ".", REMEDY);
        }
        return new NetworkFile(file).read();
    }

    private Network read() {
        JsonNode document;
        try {
            document = new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw wrong("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw wrong("it cannot be read: " + e.getMessage(), e);
        }
        String format = text(document, "format");
        if (!FORMAT.equals(format)) {
            throw wrong("its format is '" + format + "', and this program reads '" + FORMAT + "'", null);
        }
        List<Member> members = new ArrayList<>();
        for (JsonNode member : document.path("members")) {
            members.add(member(member));
        }
        Map<String, String> committees = new LinkedHashMap<>();
        for (JsonNode committee : document.path("committees")) {
            committees.put(text(committee, "name"), text(committee, "aspect"));
        }
        return new Network(
                text(document, "name"),
                Path.of(text(document, "directory")),
                Path.of(text(document, "trustRoot")),
                name(document, "notary"),
                members,
                committees);
    }

    private Member member(JsonNode member) {
        List<String> roles = new ArrayList<>();
        member.path("roles").forEach(role -> roles.add(role.asText()));
        return new Member(
                text(member, "id"),
                name(member, "legalName"),
                roles,
                text(member, "rpcAddress"),
                text(member, "rpcUser"),
                Path.of(text(member, "rpcPasswordFile")));
    }

    private CordaX500Name name(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return CordaX500Name.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong("its " + field + " '" + text + "' is no legal name: " + e.getMessage(), e);
        }
    }

    private String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual()) {
            throw wrong("it has no text '" + field + "' where one belongs", null);
        }
        return value.asText();
    }

    private Failure wrong(String why, Exception cause) {
        return new Failure(
                FailureCode.NETWORK_UNKNOWN, file + " is not a usable network file: " + why + ".", REMEDY, cause);
    }
}
