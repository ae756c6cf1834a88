package org.countersign.workflows.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.MembershipStanding;
import org.countersign.contracts.segment.MembershipStep;
import org.countersign.contracts.segment.SegmentCommand;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AttestedTransaction;

/** A decision with all that it takes to carry it out. */
final class ProposedDecision {
    private final SecureHash digest;
    private final SegmentState segment;
    private final StateAndRef<SegmentState> current;
    private final StateAndRef<? extends ContractState> input;
    private final ContractState output;
    private final CommandData command;

    private ProposedDecision(
            SecureHash digest,
            SegmentState segment,
            StateAndRef<SegmentState> current,
            StateAndRef<? extends ContractState> input,
            ContractState output,
            CommandData command) {
        this.digest = digest;
        this.segment = segment;
        this.current = current;
        this.input = input;
        this.output = output;
        this.command = command;
    }

    static ProposedDecision toEstablish(SegmentState segment) {
        return new ProposedDecision(
                SegmentDecision.toEstablish(segment), segment, null, null, segment, new SegmentCommand.Establish());
    }

    static ProposedDecision toAmend(StateAndRef<SegmentState> current, SegmentTerms terms, List<Party> keepers) {
        SegmentState before = current.getState().getData();
        return new ProposedDecision(
                SegmentDecision.toAmend(current.getRef(), terms),
                before,
                current,
                current,
                before.amended(terms, keepers),
                new SegmentCommand.Amend());
    }

    static ProposedDecision about(
            StateAndRef<SegmentMembershipState> membership,
            StateAndRef<SegmentState> current,
            MembershipStep step,
            MembershipStanding after) {
        SegmentState segment = current.getState().getData();
        return new ProposedDecision(
                SegmentDecision.about(membership.getRef(), after),
                segment,
                current,
                membership,
                membership.getState().getData().with(after, segment.getKeepers()),
                step.command());
    }

    /** By which operators compare what they have decided. */
    SecureHash digest() {
        return digest;
    }

    /** What it is about, for the record of the operator who takes it. */
    String subject() {
        String text = command.getClass().getSimpleName() + ": " + output;
        return text.substring(0, Math.min(text.length(), 400));
    }

    /** The segment as it was before, or the new one. */
    SegmentState segment() {
        return segment;
    }

    /** The committees whose operators have to take it. */
    List<CommitteeState> deciders(ServiceHub services) throws FlowException {
        Set<UniqueIdentifier> ids = new LinkedHashSet<>();
        ids.add(segment.admission().getCommittee());
        if (output instanceof SegmentState) {
            ids.add(segment.getValidationPolicy().ownership().getCommittee());
        }
        List<CommitteeState> deciders = new ArrayList<>();
        for (UniqueIdentifier id : ids) {
            deciders.add(Committees.current(services, id).getState().getData());
        }
        return Collections.unmodifiableList(deciders);
    }

    /** The transaction that carries it out, proposed by this node. */
    TransactionBuilder transaction(ServiceHub services, Party proposer) throws FlowException {
        Party notary = current == null
                ? Committees.current(
                                services,
                                segment.getValidationPolicy().ownership().getCommittee())
                        .getState()
                        .getNotary()
                : current.getState().getNotary();
        TransactionBuilder builder = AttestedTransaction.start(
                        services,
                        notary,
                        segment.getValidationPolicy(),
                        current == null ? null : current.getRef(),
                        Operation.DEFINE)
                .addOutputState(output)
                .addCommand(command, proposer.getOwningKey());
        if (input != null) {
            builder.addInputState(input);
        }
        if (output instanceof SegmentMembershipState) {
            builder.addReferenceState(new ReferencedStateAndRef<>(current));
        }
        return builder;
    }
}
