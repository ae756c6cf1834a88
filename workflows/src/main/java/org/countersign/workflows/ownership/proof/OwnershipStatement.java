package org.countersign.workflows.ownership.proof;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Operation;

/**
 * In words: what a proof proves.
 *
 * <p>Nothing rests on these words. A verifier derives each of them again from the evidence and refuses the proof where
 * one differs.
 */
@CordaSerializable
public final class OwnershipStatement {
    private final CordaX500Name holder;
    private final BigDecimal quantity;
    private final Security security;
    private final Operation operation;
    private final SecureHash transaction;
    private final int output;
    private final Instant validFrom;
    private final Instant validUntil;
    private final List<AttestationStatement> attestations;
    private final CordaX500Name notary;

    /**
     * Creates a statement.
     *
     * @param holder who got the holding
     * @param quantity how many units, with the security's fraction digits
     * @param security which security
     * @param operation what the transaction did
     * @param transaction its id
     * @param output the holding's position among its outputs
     * @param validFrom the transaction became final no earlier than this
     * @param validUntil and no later than this
     * @param attestations who attested it, one per aspect in the policy's order
     * @param notary who notarised it
     */
    public OwnershipStatement(
            CordaX500Name holder,
            BigDecimal quantity,
            Security security,
            Operation operation,
            SecureHash transaction,
            int output,
            Instant validFrom,
            Instant validUntil,
            List<AttestationStatement> attestations,
            CordaX500Name notary) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.security = Objects.requireNonNull(security, "security");
        this.operation = Objects.requireNonNull(operation, "operation");
        this.transaction = Objects.requireNonNull(transaction, "transaction");
        this.output = output;
        this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
        this.validUntil = Objects.requireNonNull(validUntil, "validUntil");
        this.attestations = Collections.unmodifiableList(new ArrayList<>(attestations));
        this.notary = Objects.requireNonNull(notary, "notary");
    }

    /** Who got the holding. */
    public CordaX500Name getHolder() {
        return holder;
    }

    /** How many units, with the security's fraction digits. */
    public BigDecimal getQuantity() {
        return quantity;
    }

    /** Which security. */
    public Security getSecurity() {
        return security;
    }

    /** What the transaction did. */
    public Operation getOperation() {
        return operation;
    }

    /** The transaction's id. */
    public SecureHash getTransaction() {
        return transaction;
    }

    /** The holding's position among the transaction's outputs. */
    public int getOutput() {
        return output;
    }

    /** The transaction became final no earlier than this. */
    public Instant getValidFrom() {
        return validFrom;
    }

    /** The transaction became final no later than this. */
    public Instant getValidUntil() {
        return validUntil;
    }

    /** Who attested it. */
    public List<AttestationStatement> getAttestations() {
        return attestations;
    }

    /** Who notarised it. */
    public CordaX500Name getNotary() {
        return notary;
    }

    /** Which security a statement speaks of, as its definition stood when the transaction was made. */
    @CordaSerializable
    public static final class Security {
        private final String symbol;
        private final String isin;
        private final String name;
        private final CordaX500Name issuer;
        private final String definitionId;
        private final int definitionVersion;

        /**
         * Creates the description of a security.
         *
         * @param symbol the short name
         * @param isin the ISIN, or null if none is assigned
         * @param name the full name
         * @param issuer the obligor
         * @param definitionId the SHA-256 digest of the definition's founding facts, in hexadecimal
         * @param definitionVersion the definition's version
         */
        public Security(
                String symbol,
                String isin,
                String name,
                CordaX500Name issuer,
                String definitionId,
                int definitionVersion) {
            this.symbol = Objects.requireNonNull(symbol, "symbol");
            this.isin = isin;
            this.name = Objects.requireNonNull(name, "name");
            this.issuer = Objects.requireNonNull(issuer, "issuer");
            this.definitionId = Objects.requireNonNull(definitionId, "definitionId");
            this.definitionVersion = definitionVersion;
        }

        /** The short name. */
        public String getSymbol() {
            return symbol;
        }

        /** The ISIN, or null if none is assigned. */
        public String getIsin() {
            return isin;
        }

        /** The full name. */
        public String getName() {
            return name;
        }

        /** The obligor. */
        public CordaX500Name getIssuer() {
            return issuer;
        }

        /** The SHA-256 digest of the definition's founding facts, in hexadecimal. */
        public String getDefinitionId() {
            return definitionId;
        }

        /** The definition's version. */
        public int getDefinitionVersion() {
            return definitionVersion;
        }
    }
}
