package org.countersign.benchmarks;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.crypto.Crypto;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.NetMovement;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** A sale of 100 out of 150 units between two holders of whom everything is attested, as an authority sees it. */
final class SampleTransfer implements ComplianceFacts {
    private static final Instant FROM = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant BOUGHT = Instant.parse("2025-01-15T10:00:00Z");

    private final PublicKey seller = Crypto.generateKeyPair().getPublic();
    private final PublicKey buyer = Crypto.generateKeyPair().getPublic();
    private final Map<PublicKey, HolderClaims> claims = new HashMap<>();
    private final List<Lot> surrendered =
            Collections.singletonList(new Lot(seller, new BigDecimal("150"), BOUGHT, BOUGHT));
    private final List<Lot> received = Arrays.asList(
            new Lot(buyer, new BigDecimal("100"), BOUGHT, getUntil()),
            new Lot(seller, new BigDecimal("50"), BOUGHT, BOUGHT));
    private final SecurityTerms terms =
            new SecurityTerms("ACME", null, "ACME plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000000"), 0);
    private final NetMovement movement = NetMovement.of(this);

    SampleTransfer() {
        claims.put(seller, holder("person-1"));
        claims.put(buyer, holder("person-2"));
    }

    private static HolderClaims holder(String person) {
        Map<String, String> values = new HashMap<>();
        values.put(HolderClaims.LEGAL_NAME, person);
        values.put(HolderClaims.RESIDENCE, "DE-BY");
        values.put(HolderClaims.CITIZENSHIP, "DE");
        values.put(HolderClaims.TAX_RESIDENCE, "DE");
        values.put(HolderClaims.INVESTOR_CATEGORIES, "PROFESSIONAL");
        values.put(HolderClaims.KYC_LEVEL, "2");
        values.put(HolderClaims.KYC_CHECKED, "2026-01-10T00:00:00Z");
        values.put(HolderClaims.SANCTIONS, "clear");
        values.put(HolderClaims.POLITICALLY_EXPOSED, "false");
        values.put(HolderClaims.BIRTH_DATE, "1980-05-04");
        values.put("affiliate", "no");
        return new HolderClaims(person, values);
    }

    @Override
    public Operation getOperation() {
        return Operation.TRANSFER;
    }

    @Override
    public SecurityTerms getTerms() {
        return terms;
    }

    @Override
    public Instant getFrom() {
        return FROM;
    }

    @Override
    public Instant getUntil() {
        return FROM.plusSeconds(120);
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
        return movement;
    }

    @Override
    public Optional<HolderClaims> claimsOf(PublicKey holder) {
        return Optional.ofNullable(claims.get(holder));
    }

    @Override
    public Optional<RegisterFigures> getRegister() {
        return Optional.empty();
    }
}
