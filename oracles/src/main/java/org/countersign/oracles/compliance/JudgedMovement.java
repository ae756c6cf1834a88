package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** A movement with all that an authority knows of it. */
final class JudgedMovement implements ComplianceFacts {
    private final Operation operation;
    private final SecurityTerms terms;
    private final Instant from;
    private final Instant until;
    private final List<Lot> surrendered;
    private final List<Lot> received;
    private final Map<PublicKey, HolderClaims> claims;
    private final Set<PublicKey> unknown;
    private final RegisterFigures register;

    private JudgedMovement(
            JudgedMovement movement,
            Map<PublicKey, HolderClaims> claims,
            Set<PublicKey> unknown,
            RegisterFigures register) {
        this.operation = movement.operation;
        this.terms = movement.terms;
        this.from = movement.from;
        this.until = movement.until;
        this.surrendered = movement.surrendered;
        this.received = movement.received;
        this.claims = claims;
        this.unknown = unknown;
        this.register = register;
    }

    /**
     * A movement of which nobody's claims and no register are known.
     *
     * @param operation what is done
     * @param terms of the security
     * @param from the beginning of the time-window
     * @param until its end
     * @param surrendered the holdings that end
     * @param received the holdings that begin
     */
    JudgedMovement(
            Operation operation,
            SecurityTerms terms,
            Instant from,
            Instant until,
            List<Lot> surrendered,
            List<Lot> received) {
        this.operation = Objects.requireNonNull(operation, "operation");
        this.terms = Objects.requireNonNull(terms, "terms");
        this.from = Objects.requireNonNull(from, "from");
        this.until = Objects.requireNonNull(until, "until");
        this.surrendered = Collections.unmodifiableList(new ArrayList<>(surrendered));
        this.received = Collections.unmodifiableList(new ArrayList<>(received));
        this.claims = null;
        this.unknown = Collections.emptySet();
        this.register = null;
    }

    /** The same movement with what is attested of its holders; of others nothing is. */
    JudgedMovement withClaims(Map<PublicKey, HolderClaims> known) {
        return new JudgedMovement(this, known, unknown, register);
    }

    /** The same movement where of some it is not known what is attested. */
    JudgedMovement withUnknown(Set<PublicKey> keys) {
        return new JudgedMovement(this, claims, keys, register);
    }

    /** The same movement with the register. */
    JudgedMovement withRegister(RegisterFigures figures) {
        return new JudgedMovement(this, claims, unknown, figures);
    }

    @Override
    public Operation getOperation() {
        return operation;
    }

    @Override
    public SecurityTerms getTerms() {
        return terms;
    }

    @Override
    public Instant getFrom() {
        return from;
    }

    @Override
    public Instant getUntil() {
        return until;
    }

    @Override
    public List<Lot> getSurrendered() {
        return surrendered;
    }

    @Override
    public List<Lot> getReceived() {
        return received;
    }

    @Override
    public Optional<HolderClaims> claimsOf(PublicKey holder) {
        return claims == null || unknown.contains(holder)
                ? Optional.empty()
                : Optional.of(claims.getOrDefault(holder, HolderClaims.none()));
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.ofNullable(register);
    }
}
