package org.countersign.contracts.holding;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.NetMovement;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** What everybody sees of a movement who has the transaction: neither claims nor register. */
final class PublicFacts implements ComplianceFacts {
    private final Operation operation;
    private final SecurityTerms terms;
    private final TimeWindow window;
    private final List<Lot> surrendered;
    private final List<Lot> received;
    private final NetMovement netMovement;

    /** Takes in a movement of a transaction whose time-window is bounded. */
    PublicFacts(LedgerTransaction tx, SecurityDefinitionState definition, Operation operation, Movement movement) {
        this.operation = operation;
        this.terms = definition.getTerms();
        this.window = tx.getTimeWindow();
        int digits = terms.getFractionDigits();
        this.surrendered = Collections.unmodifiableList(movement.surrendered(digits, getUntil()));
        this.received = Collections.unmodifiableList(movement.received(digits, getUntil()));
        this.netMovement = NetMovement.of(this);
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
        return window.getFromTime();
    }

    @Override
    public Instant getUntil() {
        return window.getUntilTime();
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
    public NetMovement getMovement() {
        return netMovement;
    }

    @Override
    public Optional<HolderClaims> claimsOf(PublicKey holder) {
        return Optional.empty();
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.empty();
    }
}
