package org.countersign.oracles.position;

import com.typesafe.config.ConfigFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferFacts;

/** The facts of a transaction of the tests, built from who holds what before and after it. */
public final class Trade {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final Party ISSUER = party("Issuer Bank", 1);
    public static final Party DEALER_A = party("Dealer A", 2);
    public static final Party DEALER_B = party("Dealer B", 3);
    /** A share without an ISIN, of a nominal value of 0.05 pounds. */
    public static final SecurityDefinitionState ACME = security("ACME", null, "GBP", "0.05");
    /** A note in pieces of 1,000 euros. */
    public static final SecurityDefinitionState NOTE = security("NOTE", "US0378331005", "EUR", "1000");

    private final SecurityDefinitionState security;
    private final Operation operation;
    private final BigDecimal outstanding;
    private final List<Position> positions = new ArrayList<>();
    private final List<HoldingFact> outputs = new ArrayList<>();

    private Trade(SecurityDefinitionState security, Operation operation, String outstanding) {
        this.security = security;
        this.operation = operation;
        this.outstanding = new BigDecimal(outstanding);
    }

    public static Trade transfer(SecurityDefinitionState security, String outstanding) {
        return new Trade(security, Operation.TRANSFER, outstanding);
    }

    public static Trade of(Operation operation, SecurityDefinitionState security, String outstanding) {
        return new Trade(security, operation, outstanding);
    }

    /** What somebody holds of the security that moves. */
    public Trade holds(Party holder, String before, String after) {
        positions.add(new Position(holder, security, new BigDecimal(before), new BigDecimal(after), outstanding));
        if (new BigDecimal(after).signum() > 0) {
            outputs.add(new HoldingFact(holder, new BigDecimal(after)));
        }
        return this;
    }

    /** What somebody holds of another security. */
    public Trade holdsToo(Party holder, SecurityDefinitionState other, String quantity) {
        BigDecimal held = new BigDecimal(quantity);
        positions.add(new Position(holder, other, held, held, new BigDecimal("1000000000")));
        return this;
    }

    /** An output of somebody whose position is not known. */
    public Trade outputs(Party holder, String quantity) {
        outputs.add(new HoldingFact(holder, new BigDecimal(quantity)));
        return this;
    }

    public TransferFacts facts() {
        return new TransferFacts(
                SecureHash.sha256("a transaction"),
                Aspect.RISK,
                operation,
                security,
                TimeWindow.between(NOW, NOW.plusSeconds(120)),
                NOW,
                DEALER_A,
                Arrays.asList(DEALER_A, DEALER_B),
                outputs,
                Collections.emptyList(),
                positions);
    }

    /** Settings as an authority writes them. */
    public static CheckConfiguration settings(String hocon) {
        Map<String, Object> values = new LinkedHashMap<>(
                ConfigFactory.parseString(hocon).resolve().root().unwrapped());
        return new CheckConfiguration("checks.test", values);
    }

    public static Party party(String organisation, long seed) {
        return new Party(
                new CordaX500Name(organisation, "London", "GB"),
                Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.valueOf(seed))
                        .getPublic());
    }

    private static SecurityDefinitionState security(String symbol, String isin, String currency, String denomination) {
        UniqueIdentifier registrars =
                new SelfCertifyingId("committee").with(symbol).build();
        return SecurityDefinitionState.registered(
                ISSUER,
                new SecurityTerms(
                        symbol,
                        isin == null ? null : new Isin(isin),
                        symbol,
                        currency,
                        new BigDecimal(denomination),
                        new BigDecimal("1000000000"),
                        0),
                new ValidationPolicy(
                        Segment.WHOLE_NETWORK,
                        Collections.singletonList(
                                new AspectRequirement(Aspect.OWNERSHIP, registrars, EnumSet.allOf(Operation.class)))));
    }
}
