package org.countersign.workflows.ownership;

import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.control.HoldingFreezeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.control.MeasureAffirmations;
import org.countersign.workflows.control.StandingFreezes;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.validation.Refusal;

/**
 * What a registrar asks of a transaction because of measures: that freezes are kept, also one that is only being voted
 * on, and that a measure is one that its operator has affirmed. The contracts cannot know either.
 *
 * <p>A freeze counts from this registrar's vote for it on. Two quorums of registrars overlap, so that no transfer gets
 * a quorum against a freeze that has one, in whatever order the registrars hear of the two.
 *
 * <p>A refusal because of a freeze says neither whose nor how much: the other side of a transfer reads it.
 */
final class MeasureAssessment {
    private static final String FROZEN =
            "A freeze stands in the way: one who gives or receives here may not, or not as much.";

    private final ServiceHub services;
    private final LedgerTransaction ledger;
    private final List<String> claims = new ArrayList<>();

    private MeasureAssessment(ServiceHub services, LedgerTransaction ledger) {
        this.services = services;
        this.ledger = ledger;
    }

    /**
     * The claims of a transaction because of measures.
     *
     * @param ledger verified by its contracts
     */
    static List<String> claims(ServiceHub services, LedgerTransaction ledger) throws RegisterAssessment.Refused {
        MeasureAssessment assessment = new MeasureAssessment(services, ledger);
        ControlCommand measure = measure(ledger);
        if (measure == null) {
            assessment.checkOrdinary();
        } else {
            assessment.checkMeasure(measure);
        }
        return assessment.claims;
    }

    private static ControlCommand measure(LedgerTransaction ledger) {
        for (CommandWithParties<?> command : ledger.getCommands()) {
            if (command.getValue() instanceof ControlCommand) {
                return (ControlCommand) command.getValue();
            }
        }
        return null;
    }

    private void checkOrdinary() throws RegisterAssessment.Refused {
        Map<PublicKey, BigInteger> gains = new LinkedHashMap<>();
        UniqueIdentifier security = null;
        for (SecurityToken token : ledger.inputsOfType(SecurityToken.class)) {
            add(
                    gains,
                    token,
                    BigInteger.valueOf(token.getAmount().getQuantity()).negate());
            security = securityOf(token);
        }
        for (SecurityToken token : ledger.outputsOfType(SecurityToken.class)) {
            add(gains, token, BigInteger.valueOf(token.getAmount().getQuantity()));
            security = securityOf(token);
        }
        if (security == null) {
            return;
        }
        StandingFreezes freezes = StandingFreezes.of(services);
        for (Map.Entry<PublicKey, BigInteger> gain : gains.entrySet()) {
            checkKept(security, gain.getKey(), gain.getValue(), freezes.of(security, gain.getKey()));
        }
    }

    private void checkKept(
            UniqueIdentifier security, PublicKey holder, BigInteger gain, List<HoldingFreezeState> freezes)
            throws RegisterAssessment.Refused {
        if (gain.signum() == 0) {
            return;
        }
        // One that has this registrar's vote counts already; what it leaves free is seen when it stands.
        boolean coming = PendingVotes.isClaimed(services, ledger.getId(), freezing(security, holder));
        boolean whole = freezes.stream().anyMatch(HoldingFreezeState::isWhole);
        if (coming || whole) {
            throw refused(RegisterRequirement.FREEZES_KEPT, FROZEN);
        }
        if (gain.signum() < 0 && !freezes.isEmpty()) {
            if (held(security, holder).add(gain).compareTo(frozen(freezes)) < 0) {
                throw refused(RegisterRequirement.FREEZES_KEPT, FROZEN);
            }
            // Two transfers that are in flight at once could each leave enough, and together too little.
            claims.add("held " + subject(security, holder));
        }
    }

    private void checkMeasure(ControlCommand measure) throws RegisterAssessment.Refused {
        Optional<String> objection = MeasureAffirmations.objection(services, measure, ledger.getId());
        if (objection.isPresent()) {
            throw refused(RegisterRequirement.ORDER_AFFIRMED, objection.get());
        }
        claims.add("measure " + measure.digest());
        if (measure instanceof ControlCommand.Freeze) {
            claims.add(freezing(measure.getSecurity(), measure.getHolder()));
            checkFirst((ControlCommand.Freeze) measure);
        } else if (measure instanceof ControlCommand.ForceTransfer) {
            checkReceiver(measure.getSecurity(), ((ControlCommand.ForceTransfer) measure).getReceiver());
        } else if (measure instanceof ControlCommand.Recover) {
            checkReceiver(measure.getSecurity(), ((ControlCommand.Recover) measure).getReceiver());
            checkRecovery((ControlCommand.Recover) measure);
        }
    }

    // A release names the freeze that ends; two of one name could not be told apart.
    private void checkFirst(ControlCommand.Freeze measure) throws RegisterAssessment.Refused {
        UniqueIdentifier id =
                ledger.outputsOfType(HoldingFreezeState.class).get(0).getLinearId();
        if (StandingFreezes.of(services).byId(id).isPresent()) {
            throw refused(
                    RegisterRequirement.ORDER_AFFIRMED, "This freeze stands already: " + measure.getOrder() + ".");
        }
    }

    private void checkReceiver(UniqueIdentifier security, PublicKey receiver) throws RegisterAssessment.Refused {
        boolean frozen =
                StandingFreezes.of(services).of(security, receiver).stream().anyMatch(HoldingFreezeState::isWhole);
        if (frozen || PendingVotes.isClaimed(services, ledger.getId(), freezing(security, receiver))) {
            throw refused(RegisterRequirement.FREEZES_KEPT, FROZEN);
        }
    }

    private void checkRecovery(ControlCommand.Recover measure) throws RegisterAssessment.Refused {
        Party custodian = WellKnown.of(services, measure.getHolder());
        if (custodian == null || !custodian.equals(WellKnown.of(services, measure.getReceiver()))) {
            throw refused(
                    RegisterRequirement.RECOVERY_WHOLE,
                    "The lost key and the new one are not known to be keys of one and the same member.");
        }
        BigInteger moved = BigInteger.ZERO;
        for (SecurityToken token : ledger.inputsOfType(SecurityToken.class)) {
            moved = moved.add(BigInteger.valueOf(token.getAmount().getQuantity()));
        }
        BigInteger held = held(measure.getSecurity(), measure.getHolder());
        if (!moved.equals(held)) {
            throw refused(
                    RegisterRequirement.RECOVERY_WHOLE,
                    "The recovery moves " + moved + " smallest units, and the lost key holds " + held + ".");
        }
        checkFreezesFollow(measure);
    }

    // Otherwise a recovery would be the way out of a freeze.
    private void checkFreezesFollow(ControlCommand.Recover measure) throws RegisterAssessment.Refused {
        StandingFreezes standing = StandingFreezes.of(services);
        List<HoldingFreezeState> ordered = new ArrayList<>();
        for (HoldingFreezeState freeze : standing.of(measure.getSecurity(), measure.getHolder())) {
            if (!freeze.marksLostKey()) {
                ordered.add(freeze);
            }
        }
        boolean whole = ordered.stream().anyMatch(HoldingFreezeState::isWhole);
        BigInteger follows = frozen(standing.of(measure.getSecurity(), measure.getReceiver()));
        if (whole || follows.compareTo(frozen(ordered)) < 0) {
            throw refused(
                    RegisterRequirement.RECOVERY_WHOLE,
                    "What is frozen at the lost key by order is not frozen at the new key.");
        }
    }

    private static BigInteger frozen(List<HoldingFreezeState> freezes) {
        return freezes.stream()
                .map(freeze -> BigInteger.valueOf(freeze.getQuantity()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger held(UniqueIdentifier security, PublicKey holder) {
        return BigInteger.valueOf(new HoldersRegister(services)
                .balances(SecureHash.create(security.getExternalId()))
                .getOrDefault(holder, 0L));
    }

    private static String freezing(UniqueIdentifier security, PublicKey holder) {
        return "freeze " + subject(security, holder);
    }

    private static String subject(UniqueIdentifier security, PublicKey holder) {
        return SecureHash.sha256(holder.getEncoded()) + " of " + security.getExternalId();
    }

    private static void add(Map<PublicKey, BigInteger> gains, SecurityToken token, BigInteger units) {
        gains.merge(token.getHolder().getOwningKey(), units, BigInteger::add);
    }

    private static UniqueIdentifier securityOf(SecurityToken token) {
        return ((TokenPointer<?>) token.getIssuedTokenType().getTokenType())
                .getPointer()
                .getPointer();
    }

    private static RegisterAssessment.Refused refused(RegisterRequirement requirement, String reason) {
        return RegisterAssessment.refused(requirement, Refusal.CHECK_FAILED, reason);
    }
}
