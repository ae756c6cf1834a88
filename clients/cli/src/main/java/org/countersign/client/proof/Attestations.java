package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.StateRef;
import org.countersign.client.proof.Committees.VerifiedCommittee;
import org.countersign.client.proof.OpenedTransaction.OpenedCommand;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * Verifies that a transaction carries what a policy demands for an operation: every aspect attested once, by the
 * committee that the policy names, within its validity, by a quorum that really signed.
 */
final class Attestations {
    private final Committees committees;

    /** An attestation that holds. */
    record VerifiedAttestation(Attest attest, CommitteeState committee, List<CommitteeMember> signedBy) {}

    Attestations(Committees committees) {
        this.committees = committees;
    }

    /**
     * Verifies a transaction's attestations.
     *
     * @param transaction which reveals its attestations
     * @param policy of the definition that rules
     * @param definition its reference; null for its registration
     * @param operation what the transaction does
     * @return the attestations in the policy's order
     */
    List<VerifiedAttestation> verify(
            OpenedTransaction transaction, ValidationPolicy policy, StateRef definition, Operation operation)
            throws ProofRefusedException {
        List<VerifiedAttestation> verified = new ArrayList<>();
        for (AspectRequirement requirement : policy.requirementsFor(operation)) {
            verified.add(verify(transaction, requirement, policy.getSegment(), definition, operation));
        }
        long carried = transaction.commands().stream()
                .filter(command -> command.value() instanceof Attest)
                .count();
        require(
                carried == verified.size(),
                "Transaction %s reveals %d attestations where the policy demands %d for %s.",
                transaction.id(),
                carried,
                verified.size(),
                operation);
        return verified;
    }

    private VerifiedAttestation verify(
            OpenedTransaction transaction,
            AspectRequirement requirement,
            String segment,
            StateRef definition,
            Operation operation)
            throws ProofRefusedException {
        OpenedCommand command = single(transaction, requirement);
        Attest attest = (Attest) command.value();
        String what = requirement.getAspect() + " of transaction " + transaction.id();
        require(
                Objects.equals(attest.getDefinition(), definition),
                "The attestation of %s is for another definition.",
                what);
        require(
                attest.getOperation() == operation,
                "The attestation of %s is for the operation %s where %s is carried out.",
                what,
                attest.getOperation(),
                operation);
        VerifiedCommittee verified = committees.at(attest.getCommittee());
        CommitteeState committee = verified.state();
        require(
                SelfCertifyingId.same(committee.getLinearId(), requirement.getCommittee())
                        && committee.getAspect() == requirement.getAspect(),
                "The attestation of %s is by a committee %s that is not the one the policy names.",
                what,
                committee.getName());
        require(
                Segment.isCompetent(committee.getTerms().getSegment(), segment),
                "The attestation of %s is by committee %s of segment %s; the security is in segment %s.",
                what,
                committee.getName(),
                committee.getTerms().getSegment(),
                segment);
        require(
                Identities.same(verified.notary(), transaction.notary()),
                "Committee %s is under the notary %s, transaction %s under %s.",
                committee.getName(),
                verified.notary().getName(),
                transaction.id(),
                transaction.notary().getName());
        require(
                command.signers().equals(List.of(committee.attestationKey())),
                "The signer of the attestation of %s is not committee %s.",
                what,
                committee.getName());
        Duration validity = Duration.between(attest.getValidFrom(), attest.getValidUntil());
        require(
                !validity.isNegative()
                        && !validity.isZero()
                        && validity.compareTo(committee.getTerms().getAttestationValidity()) <= 0,
                "The attestation of %s is valid for %s; committee %s allows %s.",
                what,
                validity,
                committee.getName(),
                committee.getTerms().getAttestationValidity());
        return new VerifiedAttestation(attest, committee, quorum(transaction, committee, what));
    }

    private static OpenedCommand single(OpenedTransaction transaction, AspectRequirement requirement)
            throws ProofRefusedException {
        OpenedCommand found = null;
        for (OpenedCommand command : transaction.commands()) {
            if (command.value() instanceof Attest
                    && ((Attest) command.value()).getAspect() == requirement.getAspect()) {
                require(
                        found == null,
                        "Transaction %s has %s attested twice.",
                        transaction.id(),
                        requirement.getAspect());
                found = command;
            }
        }
        require(
                found != null,
                "Transaction %s has no attestation of %s, which the policy demands.",
                transaction.id(),
                requirement.getAspect());
        return found;
    }

    private static List<CommitteeMember> quorum(OpenedTransaction transaction, CommitteeState committee, String what)
            throws ProofRefusedException {
        List<CommitteeMember> signedBy = new ArrayList<>();
        long weight = 0;
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            if (transaction.signedBy().contains(member.getAttestationKey())) {
                signedBy.add(member);
                weight += member.getWeight();
            }
        }
        require(
                weight >= committee.getTerms().getThreshold(),
                "The quorum of committee %s is not reached for %s: members of weight %d signed, %d are needed.",
                committee.getName(),
                what,
                weight,
                committee.getTerms().getThreshold());
        return signedBy;
    }
}
