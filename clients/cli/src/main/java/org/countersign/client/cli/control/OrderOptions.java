package org.countersign.client.cli.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import picocli.CommandLine.Option;

/**
 * What every measure and every change of a security's status rests on, as options: the reason, who ordered it, its
 * reference, its document.
 */
public final class OrderOptions {
    private static final String SHA_256 = "[0-9A-Fa-f]{64}";

    @Option(names = "--reason", required = true)
    private String reason;

    @Option(names = "--ordered-by", required = true)
    private String orderedBy;

    @Option(names = "--reference", required = true)
    private String reference;

    @Option(names = "--document", required = true)
    private String document;

    /**
     * The order; a document that is a file is read and never sent.
     *
     * @return what the options say
     * @throws Failure if the code is none or the document cannot be read
     */
    public ControlOrder order() {
        return new ControlOrder(reasonCode(), orderedBy, reference, documentHash());
    }

    /**
     * Adds what an order says to an answer.
     *
     * @param order what was given
     * @param document the answer so far
     * @return the same answer
     */
    public static Fields document(ControlOrder order, Fields document) {
        return document.with("reason", order.getReason().name())
                .with("orderedBy", order.getOrderedBy())
                .with("reference", order.getReference())
                .with("documentHash", order.getDocumentHash());
    }

    private ControlReason reasonCode() {
        for (ControlReason known : ControlReason.values()) {
            if (known.name().equals(reason)) {
                return known;
            }
        }
        throw new Failure(
                FailureCode.ARGUMENT_WRONG,
                "'" + reason + "' is no reason code.",
                "Codes are: "
                        + Arrays.stream(ControlReason.values()).map(Enum::name).collect(Collectors.joining(", "))
                        + ".");
    }

    private SecureHash documentHash() {
        if (document.matches(SHA_256)) {
            return SecureHash.create(document.toUpperCase(java.util.Locale.ROOT));
        }
        try {
            return SecureHash.sha256(Files.readAllBytes(Path.of(document)));
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The document '" + document + "' cannot be read.",
                    "Give the order's file, or the 64 hexadecimal digits of its SHA-256 hash.",
                    e);
        }
    }
}
