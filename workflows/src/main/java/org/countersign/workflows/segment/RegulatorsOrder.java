package org.countersign.workflows.segment;

import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;

/** A regulator's order to freeze a security, or to release one that it has ordered to be frozen. */
@CordaSerializable
public final class RegulatorsOrder {
    private static final String REGULATOR = "Regulator of the network: ";
    private static final String BEGINNING = ControlReason.REGULATORY_ORDER + " by " + REGULATOR;
    // What stands in definitions from before orders had a code.
    private static final String FORMER_BEGINNING = "Regulator's order ";
    private static final int LONGEST_NAME = 120 - REGULATOR.length();

    private final String symbol;
    private final SecurityStatus target;
    private final String reference;
    private final SecureHash documentHash;

    /**
     * Creates an order.
     *
     * @param symbol the security
     * @param target {@code FROZEN} or {@code ACTIVE}
     * @param reference under which the order is filed, 1 to 120 readable characters
     * @param documentHash the SHA-256 digest of the order's document
     */
    public RegulatorsOrder(String symbol, SecurityStatus target, String reference, SecureHash documentHash) {
        this.symbol = Objects.requireNonNull(symbol, "symbol");
        this.target = Objects.requireNonNull(target, "target");
        this.reference = Objects.requireNonNull(reference, "reference");
        this.documentHash = Objects.requireNonNull(documentHash, "documentHash");
    }

    /** Whether reference and digest are what they should be. */
    boolean isComplete() {
        return JournalOrder.isReference(reference) && JournalOrder.isDigest(documentHash);
    }

    /** The order as the definition is changed by it; its text is the reason that stands in the definition. */
    ControlOrder ordered(Party regulator) {
        String name = regulator.getName().getOrganisation();
        return new ControlOrder(
                ControlReason.REGULATORY_ORDER,
                REGULATOR + name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                reference,
                documentHash);
    }

    /** Whether the reason of a status is an order that a regulator gave over the network. */
    static boolean isOrder(String reason) {
        return reason.startsWith(BEGINNING) || reason.startsWith(FORMER_BEGINNING);
    }

    /** Under what a registrar keeps an order that it has received. */
    static SecureHash key(SecurityDefinitionState definition, SecurityStatus target, String reason) {
        return new SelfCertifyingId("org.countersign.regulators-order")
                .with(definition.getLinearId().getExternalId())
                .with(target.name())
                .with(reason)
                .digest();
    }

    /** The security. */
    public String getSymbol() {
        return symbol;
    }

    /** What it is to become. */
    public SecurityStatus getTarget() {
        return target;
    }

    /** Under which reference the order is filed. */
    public String getReference() {
        return reference;
    }

    /** The digest of the order's document. */
    public SecureHash getDocumentHash() {
        return documentHash;
    }
}
