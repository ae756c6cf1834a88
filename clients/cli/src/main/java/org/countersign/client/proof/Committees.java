package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.identity.Party;
import org.countersign.contracts.Rules;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;

/**
 * Verifies committees back to their founding: the identifier is the digest of the founding facts, every member signed
 * with its legal identity and its attestation key, and each later epoch was voted for by the one before.
 *
 * <p>The founding of a committee needs no notary, so nobody but its members need have verified it; its whole contract
 * is therefore checked again here.
 */
final class Committees {
    private static final int LONGEST_NAME = 120;
    private static final long LARGEST_SUM = 1_000_000;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);

    private final Transactions transactions;
    private final Map<StateRef, VerifiedCommittee> verified = new HashMap<>();
    private final Map<String, StateRef> epochs = new HashMap<>();

    /** A committee whose history holds, and the notary that its state is under. */
    record VerifiedCommittee(CommitteeState state, Party notary) {}

    Committees(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Everybody who has or had a seat. */
    List<Party> members() {
        List<Party> members = new ArrayList<>();
        for (VerifiedCommittee committee : verified.values()) {
            committee.state().getTerms().getMembers().forEach(member -> members.add(member.getParty()));
        }
        return members;
    }

    VerifiedCommittee at(StateRef ref) throws ProofRefusedException {
        VerifiedCommittee known = verified.get(ref);
        if (known != null) {
            return known;
        }
        OpenedTransaction transaction = transactions.take(ref.getTxhash(), "a committee");
        CommitteeState committee = transaction.onlyOutput(ref.getIndex(), CommitteeState.class, CommitteeContract.ID);
        require(
                transaction.hasOne(ComponentGroupEnum.OUTPUTS_GROUP)
                        && transaction.hasOne(ComponentGroupEnum.COMMANDS_GROUP)
                        && transaction.commands().size() == 1,
                "Transaction %s has more than one output or command, and so made no committee.",
                transaction.id());
        verifyTerms(committee);
        OpenedTransaction.OpenedCommand command = transaction.commands().get(0);
        verifyMembersSign(committee, command);
        if (command.value().getClass() == CommitteeCommand.Form.class) {
            verifyForm(transaction, committee);
        } else {
            verifyReform(transaction, committee, command);
        }
        transaction.requireSignedByExactlyTheSigners();
        StateRef twin = epochs.putIfAbsent(committee.getLinearId().getExternalId() + "/" + committee.getEpoch(), ref);
        require(twin == null, "The document has two committees %s of one epoch.", committee.getName());
        VerifiedCommittee result = new VerifiedCommittee(committee, transaction.notary());
        verified.put(ref, result);
        return result;
    }

    private static void verifyForm(OpenedTransaction transaction, CommitteeState committee)
            throws ProofRefusedException {
        require(
                transaction.isEmpty(ComponentGroupEnum.INPUTS_GROUP),
                "Transaction %s has inputs, and so founded no committee.",
                transaction.id());
        require(
                SelfCertifyingId.same(
                        committee.getLinearId(),
                        CommitteeState.founded(committee.getName(), committee.getAspect(), committee.getTerms())
                                .getLinearId()),
                "The identifier of committee %s is not the digest of its founding facts.",
                committee.getName());
        require(committee.getEpoch() == 1, "Committee %s was not founded at epoch 1.", committee.getName());
    }

    private void verifyReform(
            OpenedTransaction transaction, CommitteeState committee, OpenedTransaction.OpenedCommand command)
            throws ProofRefusedException {
        String name = committee.getName();
        require(
                command.value().getClass() == CommitteeCommand.Reform.class
                        && transaction.hasOne(ComponentGroupEnum.INPUTS_GROUP)
                        && transaction.inputs().size() == 1,
                "Transaction %s neither founded nor reformed committee %s.",
                transaction.id(),
                name);
        VerifiedCommittee before = at(transaction.inputs().get(0));
        CommitteeState former = before.state();
        require(
                SelfCertifyingId.same(former.getLinearId(), committee.getLinearId())
                        && former.getName().equals(name)
                        && former.getAspect() == committee.getAspect()
                        && former.getTerms()
                                .getSegment()
                                .equals(committee.getTerms().getSegment()),
                "Committee %s does not continue the committee that it claims to.",
                name);
        require(
                committee.getEpoch() == former.getEpoch() + 1,
                "Epoch %d of committee %s does not follow epoch %d.",
                committee.getEpoch(),
                name,
                former.getEpoch());
        require(
                command.signers().contains(former.attestationKey()),
                "Epoch %d of committee %s was not voted for by the epoch before.",
                committee.getEpoch(),
                name);
        require(Identities.same(before.notary(), transaction.notary()), "Committee %s changed its notary.", name);
        transaction.requireNotarised();
    }

    private static void verifyMembersSign(CommitteeState committee, OpenedTransaction.OpenedCommand command)
            throws ProofRefusedException {
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            require(
                    command.signers().contains(member.getParty().getOwningKey())
                            && command.signers().contains(member.getAttestationKey()),
                    "%s did not have to sign for its seat on committee %s.",
                    member.getParty().getName(),
                    committee.getName());
        }
    }

    private static void verifyTerms(CommitteeState committee) throws ProofRefusedException {
        CommitteeTerms terms = committee.getTerms();
        require(Rules.isReadable(committee.getName(), LONGEST_NAME), "A committee has no readable name.");
        require(Segment.isName(terms.getSegment()), "Committee %s has no readable segment.", committee.getName());
        require(
                areApart(terms.getMembers()),
                "Committee %s has a doubled member or key, a nested key, or a weight below 1.",
                committee.getName());
        long weights = 0;
        for (CommitteeMember member : terms.getMembers()) {
            weights += member.getWeight();
        }
        long majority = committee.getAspect() == Aspect.OWNERSHIP ? weights / 2 + 1 : 1;
        require(
                terms.getMembers().size() >= 2
                        && weights <= LARGEST_SUM
                        && terms.getThreshold() >= majority
                        && terms.getThreshold() <= weights,
                "Committee %s has %d members of weight %d in all and a threshold of %d, which is no sound quorum.",
                committee.getName(),
                terms.getMembers().size(),
                weights,
                terms.getThreshold());
        Duration validity = terms.getAttestationValidity();
        require(
                !validity.isNegative() && !validity.isZero() && validity.compareTo(LONGEST_VALIDITY) <= 0,
                "Committee %s attests for %s at a time; it may for a day.",
                committee.getName(),
                validity);
    }

    private static boolean areApart(List<CommitteeMember> members) {
        Set<Object> names = new HashSet<>();
        Set<PublicKey> keys = new HashSet<>();
        for (CommitteeMember member : members) {
            boolean apart = names.add(member.getParty().getName())
                    && member.getWeight() >= 1
                    && !(member.getAttestationKey() instanceof CompositeKey)
                    && keys.add(member.getAttestationKey());
            for (PublicKey key : CryptoUtils.getKeys(member.getParty().getOwningKey())) {
                apart &= keys.add(key);
            }
            if (!apart) {
                return false;
            }
        }
        return true;
    }
}
