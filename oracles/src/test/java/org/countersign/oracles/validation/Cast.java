package org.countersign.oracles.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/** Who and what checks are tried on. */
public final class Cast {
    /** A transfer's id. */
    public static final SecureHash TRANSACTION = SecureHash.sha256("a transfer");

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Cast() {}

    /** An institution of a country, with a key of its own. */
    public static Party party(String organisation, String country) {
        return new Party(
                new CordaX500Name(organisation, "Capital", country),
                Crypto.deriveKeyPairFromEntropy(BigInteger.valueOf(organisation.hashCode()))
                        .getPublic());
    }

    /** An operation after which parties hold ten units each. */
    public static TransferFacts facts(Aspect aspect, Operation operation, Party... holders) {
        List<HoldingFact> outputs = new ArrayList<>();
        for (Party holder : holders) {
            outputs.add(new HoldingFact(holder, BigDecimal.TEN));
        }
        return new TransferFacts(
                TRANSACTION,
                aspect,
                operation,
                security(),
                TimeWindow.between(NOW, NOW.plusSeconds(60)),
                NOW,
                party("Issuer", "GB"),
                Arrays.asList(holders),
                outputs,
                Collections.emptyList(),
                Collections.emptyList());
    }

    private static SecurityDefinitionState security() {
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Collections.singletonList(new AspectRequirement(
                        Aspect.OWNERSHIP,
                        new UniqueIdentifier("registrars", new UUID(1, 2)),
                        EnumSet.allOf(Operation.class))));
        SecurityTerms terms = new SecurityTerms(
                "ACME", null, "ACME plc", "GBP", new BigDecimal("0.05"), new BigDecimal("1000000"), 0);
        return SecurityDefinitionState.registered(party("Issuer", "GB"), terms, policy);
    }
}
