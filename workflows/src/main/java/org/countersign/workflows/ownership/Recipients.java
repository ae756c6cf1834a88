package org.countersign.workflows.ownership;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
import org.countersign.workflows.WellKnown;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.segment.SegmentAudience;

/**
 * Who must hold a final transaction: the participants of what it consumes and creates, its signers, the registrars,
 * their observers and the segment's, and for a definition everybody who holds the security.
 */
final class Recipients {
    private Recipients() {}

    /**
     * The distribution of a transaction to all but the registrar itself and who asked for it, if anybody: the asker has
     * built the transaction, and completes and records it by the answer. Should the answer not come to it, the
     * registrars that have voted see to it as to everybody else ({@link FinalityWatch}). To ask is no right to be told:
     * nobody is a recipient by it.
     */
    static DistributionRound distribution(ServiceHub services, SignedTransaction settled, Party self, Party asker)
            throws FlowException {
        Set<Party> recipients = of(services, settled, self);
        recipients.remove(asker);
        return new DistributionRound(services, settled, publicFacts(settled), recipients);
    }

    /** All recipients of a transaction but the registrar itself. */
    static Set<Party> of(ServiceHub services, SignedTransaction settled, Party self) throws FlowException {
        Set<Party> recipients = new LinkedHashSet<>();
        for (StateRef input : settled.getTx().getInputs()) {
            addParticipants(services, services.loadState(input).getData(), recipients);
        }
        for (TransactionState<ContractState> output : settled.getTx().getOutputs()) {
            addParticipants(services, output.getData(), recipients);
            if (output.getData() instanceof SecurityDefinitionState) {
                recipients.addAll(
                        Definitions.holders(services, ((SecurityDefinitionState) output.getData()).tokenType()));
            }
        }
        for (Command<?> command : settled.getTx().getCommands()) {
            if (command.getValue() instanceof Attest) {
                addAttest(services, (Attest) command.getValue(), recipients);
            } else {
                // Who signs is a party to it, also where no state of it is left, as the issuer of what is redeemed.
                command.getSigners().forEach(key -> addKey(services, key, recipients));
            }
        }
        recipients.addAll(SegmentAudience.of(services, settled, self));
        recipients.remove(self);
        return recipients;
    }

    /** The transactions that created the definitions and committees which a transaction uses, and itself if it does. */
    static List<SecureHash> publicFacts(SignedTransaction settled) {
        List<SecureHash> publicFacts = new ArrayList<>();
        for (StateRef reference : settled.getTx().getReferences()) {
            if (!publicFacts.contains(reference.getTxhash())) {
                publicFacts.add(reference.getTxhash());
            }
        }
        if (createsPublicFact(settled)) {
            publicFacts.add(settled.getId());
        }
        return publicFacts;
    }

    private static void addAttest(ServiceHub services, Attest attest, Set<Party> recipients) throws FlowException {
        if (attest.getAspect() == Aspect.OWNERSHIP) {
            CommitteeState registrars = Committees.at(services, attest.getCommittee());
            registrars.getTerms().getMembers().forEach(member -> recipients.add(member.getParty()));
            recipients.addAll(registrars.getTerms().getObservers());
        }
    }

    private static boolean createsPublicFact(SignedTransaction settled) {
        return settled.getTx().getOutputs().stream()
                .anyMatch(output -> output.getData() instanceof SecurityDefinitionState
                        || output.getData() instanceof SegmentState);
    }

    private static void addParticipants(ServiceHub services, ContractState state, Set<Party> recipients) {
        for (AbstractParty participant : state.getParticipants()) {
            addKey(services, participant.getOwningKey(), recipients);
        }
    }

    private static void addKey(ServiceHub services, PublicKey key, Set<Party> recipients) {
        Party wellKnown = WellKnown.of(services, key);
        if (wellKnown != null) {
            recipients.add(wellKnown);
        }
    }
}
