package org.countersign.contracts.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.contracts.Cast;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** A movement as rules see it: who gives and who gets what and when. Claims and register are unknown until told. */
final class Dealing implements ComplianceFacts {
    static final PublicKey ALICE = TestNode.keys(901).getPublic();
    static final PublicKey BOB = TestNode.keys(902).getPublic();
    static final PublicKey CAROL = TestNode.keys(903).getPublic();
    static final Instant FROM = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final Operation operation;
    private final List<Lot> surrendered = new ArrayList<>();
    private final List<Lot> received = new ArrayList<>();
    private final Map<PublicKey, HolderClaims> claims = new HashMap<>();
    private Instant from = FROM;
    private Instant until = FROM.plusSeconds(120);
    private RegisterFigures register;

    private Dealing(Operation operation) {
        this.operation = operation;
    }

    static Dealing of(Operation operation) {
        return new Dealing(operation);
    }

    static Dealing issue(PublicKey to, String quantity) {
        return of(Operation.ISSUE).gets(to, quantity);
    }

    /** A whole old holding changes hands. */
    static Dealing transfer(PublicKey giver, PublicKey taker, String quantity) {
        return of(Operation.TRANSFER).gives(giver, quantity).gets(taker, quantity);
    }

    static Dealing redemption(PublicKey giver, String quantity) {
        return of(Operation.REDEEM).gives(giver, quantity);
    }

    Dealing gives(PublicKey holder, String quantity) {
        return gives(holder, quantity, LONG_AGO, LONG_AGO);
    }

    Dealing gives(PublicKey holder, String quantity, Instant issued, Instant acquired) {
        surrendered.add(new Lot(holder, new BigDecimal(quantity), issued, acquired));
        return this;
    }

    Dealing gets(PublicKey holder, String quantity) {
        return gets(holder, quantity, LONG_AGO, until);
    }

    Dealing gets(PublicKey holder, String quantity, Instant issued, Instant acquired) {
        received.add(new Lot(holder, new BigDecimal(quantity), issued, acquired));
        return this;
    }

    Dealing between(String begin, String end) {
        from = Instant.parse(begin);
        until = Instant.parse(end);
        return this;
    }

    /** From then on every holder's claims are known: none but those told here, as pairs of name and value. */
    Dealing knowing(PublicKey holder, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        claims.put(holder, new HolderClaims(values.getOrDefault("person", ""), values));
        return this;
    }

    Dealing registered(RegisterFigures figures) {
        register = figures;
        return this;
    }

    @Override
    public Operation getOperation() {
        return operation;
    }

    @Override
    public SecurityTerms getTerms() {
        return Cast.TERMS;
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
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.getOrDefault(holder, HolderClaims.none()));
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.ofNullable(register);
    }
}
