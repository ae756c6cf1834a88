package org.countersign.contracts.control;

import static org.countersign.contracts.Rules.check;

import java.security.PublicKey;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Attestations;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * The rules that every measure keeps, whatever it does to a holding: the definition grants it, an order is named, the
 * committees that the policy names for it attest it, and somebody answers for the proposal.
 */
public final class ControlRules {
    /** A measure against a holding is judged by the policy of what is held. */
    public static final String ONE_DEFINITION =
            "A measure refers to one definition, that of the security which its command names.";
    /** Who buys a security knows from its definition what can be done to a holder without its signature. */
    public static final String GRANTED =
            "A definition grants a measure by naming it among its registrars' operations; a release needs no grant.";
    /** What is done without a holder's signature can be traced to a document. */
    public static final String ORDER_GIVEN =
            "An order names who gave it and its reference in 1 to 120 readable characters each, and the SHA-256 hash of"
                    + " its document.";
    /** An event of the issuer's takes nothing from a single holder. */
    public static final String CONCERNS_HOLDER = "No measure is taken against a holder because of a CORPORATE_EVENT.";
    /** Somebody answers for the proposal, and a regulator can propose what it orders. */
    public static final String PROPOSER_SIGNS =
            "A registrar or an observer of the registrars signs every measure but a recovery with its legal identity.";

    private ControlRules() {}

    /**
     * Verifies a measure but for what it does to states.
     *
     * @param tx the transaction
     * @param measure its command
     * @param signers of the command
     * @return the definition that rules, from the reference states
     */
    public static StateAndRef<SecurityDefinitionState> verify(
            LedgerTransaction tx, ControlCommand measure, Collection<PublicKey> signers) {
        StateAndRef<SecurityDefinitionState> definition = definition(tx, measure);
        ValidationPolicy policy = definition.getState().getData().getValidationPolicy();
        // Whatever is frozen was granted to be frozen; its end must never hang on a grant.
        check(GRANTED, measure.operation() == Operation.RELEASE || policy.grants(measure.operation()));
        check(ORDER_GIVEN, measure.getOrder().isComplete());
        check(CONCERNS_HOLDER, measure.getOrder().getReason() != ControlReason.CORPORATE_EVENT);
        Attestations.verify(tx, policy, definition.getRef(), measure.operation());
        Attestations.verifyNoStrangers(tx, Collections.singletonList(definition.getRef()));
        check(
                PROPOSER_SIGNS,
                measure.operation() == Operation.RECOVER
                        || proposerSigns(registrars(tx, definition.getRef()), signers));
        return definition;
    }

    /**
     * The committee that attests the ownership of a security in a transaction whose attestations are verified.
     *
     * @param tx the transaction
     * @param definition the reference of the security's definition
     * @return the registrars' committee
     */
    static CommitteeState registrars(LedgerTransaction tx, StateRef definition) {
        for (CommandWithParties<?> command : tx.getCommands()) {
            if (command.getValue() instanceof Attest
                    && ((Attest) command.getValue()).getAspect() == Aspect.OWNERSHIP
                    && definition.equals(((Attest) command.getValue()).getDefinition())) {
                return Attestations.committeeOf(tx, (Attest) command.getValue());
            }
        }
        throw new IllegalStateException("The attestations of a measure are verified before its registrars are asked.");
    }

    private static StateAndRef<SecurityDefinitionState> definition(LedgerTransaction tx, ControlCommand measure) {
        List<StateAndRef<SecurityDefinitionState>> found = tx.referenceInputRefsOfType(SecurityDefinitionState.class);
        check(
                ONE_DEFINITION,
                found.size() == 1
                        && SelfCertifyingId.same(
                                found.get(0).getState().getData().getLinearId(), measure.getSecurity()));
        return found.get(0);
    }

    private static boolean proposerSigns(CommitteeState registrars, Collection<PublicKey> signers) {
        for (CommitteeMember member : registrars.getTerms().getMembers()) {
            if (signers.contains(member.getParty().getOwningKey())) {
                return true;
            }
        }
        for (Party observer : registrars.getTerms().getObservers()) {
            if (signers.contains(observer.getOwningKey())) {
                return true;
            }
        }
        return false;
    }
}
