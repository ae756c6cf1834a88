package org.countersign.workflows.segment;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import java.security.PublicKey;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.MembershipStatus;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.segment.SegmentRefusal.Requirement;

/**
 * A security of a segment moves among those who may deal in it.
 *
 * <p>Who signs for what it gives, and an issuer, proposes; who holds afterwards and did not before, receives. Both have
 * to be members whose membership is granted and not suspended, or of a segment that the two segments' rules let in; a
 * former member may dispose of what it holds if its segment says so. A holder whose holding is moved without its
 * signature, as a court orders it, proposes nothing; who gets it receives, also if both are clients of one custodian.
 *
 * <p>The reason does not say how it stands with a party: its counterparty has no right to know that it was suspended.
 */
final class MembershipRule {
    private final ServiceHub services;
    private final LedgerTransaction ledger;
    private final StateAndRef<SegmentState> segment;

    MembershipRule(ServiceHub services, LedgerTransaction ledger, StateAndRef<SegmentState> segment) {
        this.services = services;
        this.ledger = ledger;
        this.segment = segment;
    }

    /** Checks a transaction that deals with one security of the segment. */
    void check(SecurityDefinitionState definition) throws SegmentRefusal {
        Set<PublicKey> signers = new LinkedHashSet<>();
        boolean issues = false;
        boolean registers = false;
        boolean defines = false;
        boolean recovers = false;
        for (CommandWithParties<?> command : ledger.getCommands()) {
            boolean moves = command.getValue() instanceof TokenCommand;
            boolean changes = command.getValue() instanceof SecurityDefinitionCommand;
            if (moves || changes) {
                signers.addAll(command.getSigners());
            }
            recovers |= command.getValue() instanceof ControlCommand.Recover;
            issues |= command.getValue() instanceof IssueTokenCommand;
            defines |= changes;
            registers |= command.getValue() instanceof SecurityDefinitionCommand.Register;
        }
        PublicKey issuer = definition.getIssuer().getOwningKey();
        if (issues || defines && signers.contains(issuer)) {
            requireDealer(issuer, false);
        }
        if (registers) {
            checkPermitted(definition);
        }
        checkHolders(signers, recovers);
    }

    private void checkPermitted(SecurityDefinitionState definition) throws SegmentRefusal {
        SegmentState state = segment.getState().getData();
        if (!state.getTerms().getPermittedSecurities().permits(definition.getTerms())) {
            throw new SegmentRefusal(
                    Requirement.SECURITY_PERMITTED,
                    "The segment " + state.getName() + " permits "
                            + state.getTerms().getPermittedSecurities() + "; "
                            + definition.getTerms().getSymbol() + " is in "
                            + definition.getTerms().getCurrency() + ".");
        }
    }

    // Who proposes comes first: a stranger shall not find out about others before it is refused itself.
    private void checkHolders(Set<PublicKey> signers, boolean recovers) throws SegmentRefusal {
        Set<PublicKey> before = new LinkedHashSet<>();
        Set<PublicKey> after = new LinkedHashSet<>();
        ledger.inputsOfType(SecurityToken.class)
                .forEach(token -> before.add(token.getHolder().getOwningKey()));
        ledger.outputsOfType(SecurityToken.class)
                .forEach(token -> after.add(token.getHolder().getOwningKey()));
        for (PublicKey giver : before) {
            if (signers.contains(giver)) {
                requireDealer(giver, true);
            }
        }
        Set<Party> holding = new LinkedHashSet<>();
        before.forEach(key -> holding.add(WellKnown.of(services, key)));
        holding.remove(null);
        after.removeAll(before);
        for (PublicKey receiver : after) {
            // What was held by a key that is lost is received by nobody. But of two clients of one custodian, which is
            // one party by two keys, the second does receive what the first had.
            if (!recovers || !holding.contains(WellKnown.of(services, receiver))) {
                requireDealer(receiver, false);
            }
        }
    }

    private void requireDealer(PublicKey key, boolean disposes) throws SegmentRefusal {
        Party party = WellKnown.of(services, key);
        if (party == null || !mayDeal(party, disposes)) {
            throw new SegmentRefusal(
                    Requirement.MEMBERS_ADMITTED,
                    (party == null ? "A holder" : party.getName().getOrganisation())
                            + " is not admitted to deal in segment "
                            + segment.getState().getData().getName() + " now.");
        }
    }

    private boolean mayDeal(Party party, boolean disposes) {
        Optional<MembershipStatus> own = Memberships.standing(services, segment, party);
        if (own.isPresent() && own.get() == MembershipStatus.SUSPENDED) {
            return false;
        }
        if (isEnough(own, segment.getState().getData(), disposes)) {
            return true;
        }
        UniqueIdentifier here = segment.getState().getData().getLinearId();
        for (UniqueIdentifier other :
                segment.getState().getData().getTerms().getCrossSegment().getAcquirersFrom()) {
            Optional<StateAndRef<SegmentState>> known = Segments.byId(services, other);
            if (known.isPresent()) {
                SegmentState state = known.get().getState().getData();
                if (state.getTerms().getCrossSegment().letsHoldIn(here)
                        && isEnough(Memberships.standing(services, known.get(), party), state, disposes)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEnough(Optional<MembershipStatus> standing, SegmentState of, boolean disposes) {
        return standing.isPresent()
                && (standing.get() == MembershipStatus.GRANTED
                        || disposes
                                && standing.get() == MembershipStatus.ENDED
                                && of.getTerms().getAdmission().getFormerMembersDispose());
    }
}
