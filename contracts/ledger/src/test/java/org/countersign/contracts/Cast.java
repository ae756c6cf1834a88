package org.countersign.contracts;

import static org.countersign.contracts.TestNode.keys;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.TestNode.party;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/** The parties of the tests, their committees, and one security; all as it should be. */
public final class Cast {
    public static final Party ISSUER = party("Issuer Bank", keys(10));
    public static final Party DEALER_A = party("Dealer A", keys(11));
    public static final Party DEALER_B = party("Dealer B", keys(12));
    public static final Party REGULATOR = party("Regulator", keys(13));
    public static final Party MALLORY = party("Mallory Securities", keys(66));

    /** Three in the morning of no particular day; nothing reads a clock. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    public static final TimeWindow WINDOW = TimeWindow.between(NOW, NOW.plusSeconds(120));

    public static final CommitteeTerms IDENTITY_TERMS = committeeTerms(200);
    public static final CommitteeTerms OWNERSHIP_TERMS = committeeTerms(300);
    public static final StateAndRef<CommitteeState> IDENTITY =
            onLedger(CommitteeState.founded("uk-identity", Aspect.IDENTITY, IDENTITY_TERMS));
    public static final StateAndRef<CommitteeState> REGISTRARS =
            onLedger(CommitteeState.founded("uk-registrars", Aspect.OWNERSHIP, OWNERSHIP_TERMS));

    public static final ValidationPolicy POLICY = policy(IDENTITY, REGISTRARS);
    public static final SecurityTerms TERMS = terms("ACME", 0);
    public static final StateAndRef<SecurityDefinitionState> ACME =
            onLedger(SecurityDefinitionState.registered(ISSUER, TERMS, POLICY));
    public static final StateAndRef<SecurityDefinitionState> GLOBEX =
            onLedger(SecurityDefinitionState.registered(ISSUER, terms("GLOBEX", 2), POLICY));

    private Cast() {}

    /** Three authorities with one vote each, two of them a quorum, their attestation keys from this seed on. */
    public static CommitteeTerms committeeTerms(long seed) {
        return new CommitteeTerms(
                Segment.WHOLE_NETWORK, seats(seed), 2, Duration.ofMinutes(5), Collections.singletonList(REGULATOR));
    }

    /** The seats of {@link #committeeTerms}. */
    public static List<CommitteeMember> seats(long seed) {
        List<CommitteeMember> seats = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            seats.add(new CommitteeMember(authority(number), keys(seed + number).getPublic(), 1));
        }
        return seats;
    }

    /** Authority One, Two or Three. */
    public static Party authority(int number) {
        return party("Authority " + Arrays.asList("Zero", "One", "Two", "Three").get(number), keys(20 + number));
    }

    /** Identity for all that moves, ownership for everything. */
    public static ValidationPolicy policy(
            StateAndRef<CommitteeState> identity, StateAndRef<CommitteeState> registrars) {
        return new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                Arrays.asList(
                        new AspectRequirement(
                                Aspect.IDENTITY,
                                identity.getState().getData().getLinearId(),
                                EnumSet.of(Operation.ISSUE, Operation.TRANSFER)),
                        new AspectRequirement(
                                Aspect.OWNERSHIP,
                                registrars.getState().getData().getLinearId(),
                                EnumSet.allOf(Operation.class))));
    }

    /** Ordinary shares. */
    public static SecurityTerms terms(String symbol, int fractionDigits) {
        return new SecurityTerms(
                symbol,
                new Isin("GB0002634946"),
                symbol + " plc ordinary shares",
                "GBP",
                new BigDecimal("0.05"),
                new BigDecimal("1000000"),
                fractionDigits);
    }

    /** A committee's attestation of an operation, valid a little longer than {@link #WINDOW}. */
    public static Command<Attest> attest(
            StateAndRef<CommitteeState> committee, Operation operation, StateRef definition) {
        CommitteeState state = committee.getState().getData();
        return new Command<>(
                new Attest(
                        state.getAspect(),
                        operation,
                        committee.getRef(),
                        definition,
                        NOW.minusSeconds(30),
                        NOW.plusSeconds(150)),
                Collections.singletonList(state.attestationKey()));
    }

    /** A holding of a security that is new at the end of {@link #WINDOW}, as issues and transfers make it. */
    public static SecurityToken holding(StateAndRef<SecurityDefinitionState> definition, long quantity, Party holder) {
        return holding(definition, quantity, holder, WINDOW.getUntilTime(), WINDOW.getUntilTime());
    }

    /** A holding of a security with its dates. */
    public static SecurityToken holding(
            StateAndRef<SecurityDefinitionState> definition,
            long quantity,
            Party holder,
            Instant issued,
            Instant acquired) {
        IssuedTokenType type = definition.getState().getData().tokenType();
        return new SecurityToken(new Amount<>(quantity, type), holder, issued, acquired);
    }

    /** A party's key. */
    public static PublicKey key(Party party) {
        return party.getOwningKey();
    }
}
