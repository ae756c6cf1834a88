package org.countersign.contracts.governance;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;
import static org.countersign.contracts.Rules.isReadable;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.CommandWithParties;
import net.corda.core.contracts.Contract;
import net.corda.core.crypto.CompositeKey;
import net.corda.core.crypto.CryptoUtils;
import net.corda.core.identity.Party;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;

/** How committees come into being and change. Every rule is a named sentence. */
public final class CommitteeContract implements Contract {
    /** The contract's name on the ledger. */
    public static final String ID = CommitteeContract.class.getName();

    /** Unknown and mixed commands are refused. */
    public static final String ONE_COMMAND = "A transaction with a committee has exactly one command, Form or Reform.";
    /** Founding consumes nothing. */
    public static final String FORM_SHAPE = "Form has no inputs and one output, the committee.";
    /** A change is one state for one state. */
    public static final String REFORM_SHAPE = "Reform has one input and one output, both the committee.";
    /** A look-alike gets another identifier. */
    public static final String SELF_CERTIFYING =
            "A founded committee's identifier is the digest of its founding facts.";
    /** Epochs are counted from one. */
    public static final String FIRST_EPOCH = "A founded committee is at epoch 1.";
    /** Epochs follow one another. */
    public static final String NEXT_EPOCH = "A reformed committee is one epoch later.";
    /** What a committee is cannot change. */
    public static final String SAME_COMMITTEE = "A reformed committee keeps its identifier, name, aspect and segment.";
    /** A committee needs a name to be spoken of. */
    public static final String NAMED = "A committee has a name of 1 to 120 readable characters.";
    /** A committee is competent for a part of the network that can be spoken of. */
    public static final String NAMED_SEGMENT = "A committee's segment has a name of 1 to 60 readable characters.";
    /** One member is an authority, not a committee. */
    public static final String TWO_MEMBERS = "A committee has at least two members.";
    /** Nobody votes twice. */
    public static final String DISTINCT_MEMBERS = "A committee has each party and each attestation key once.";
    /** A nested key could hide a doubled vote, an identity's key would answer for more than it was asked. */
    public static final String PLAIN_KEYS =
            "A member's attestation key is a plain key and no part of any member's legal identity.";
    /** No empty votes. */
    public static final String POSITIVE_WEIGHTS = "A member's weight is at least 1.";
    /** A quorum can be reached and is not empty. */
    public static final String REACHABLE_THRESHOLD = "A threshold is at least 1 and at most the sum of the weights.";
    /** Votes are added up in 32 bits by the platform; beyond them a committee could not act or reform. */
    public static final String COUNTABLE_WEIGHTS = "The weights of a committee sum to at most 1,000,000.";
    /** Two halves of the registrars could each make another holder the owner. */
    public static final String OWNERSHIP_MAJORITY =
            "An OWNERSHIP committee's threshold is more than half of the sum of the weights.";
    /** Nobody is served twice. */
    public static final String DISTINCT_OBSERVERS = "A committee has each observer once.";
    /** An attestation does not hold for ever. */
    public static final String BOUNDED_VALIDITY =
            "Attestations of a committee are valid for more than zero and at most a day.";
    /** Each member agrees, and shows that it holds its attestation key. */
    public static final String MEMBERS_SIGN =
            "Every member signs with its legal identity and with its attestation key.";
    /** The committee itself decides about its next epoch. */
    public static final String QUORUM_SIGNS = "The quorum of the epoch that ends signs.";

    private static final Duration LONGEST_VALIDITY = Duration.ofDays(1);
    private static final long LARGEST_SUM = 1_000_000;

    @Override
    public void verify(LedgerTransaction tx) {
        CodeBinding.verify(tx);
        check(ONE_COMMAND, tx.getCommands().size() == 1);
        CommandWithParties<?> command = tx.getCommands().get(0);
        if (command.getValue().getClass() == CommitteeCommand.Form.class) {
            verifyForm(tx, signers(command));
        } else if (command.getValue().getClass() == CommitteeCommand.Reform.class) {
            verifyReform(tx, signers(command));
        } else {
            throw broken(ONE_COMMAND);
        }
    }

    private static Set<PublicKey> signers(CommandWithParties<?> command) {
        return new HashSet<>(command.getSigners());
    }

    private static void verifyForm(LedgerTransaction tx, Set<PublicKey> signers) {
        List<CommitteeState> outputs = tx.outputsOfType(CommitteeState.class);
        check(FORM_SHAPE, tx.getInputs().isEmpty() && tx.getOutputs().size() == 1 && outputs.size() == 1);
        CommitteeState committee = outputs.get(0);
        check(
                SELF_CERTIFYING,
                SelfCertifyingId.same(
                        committee.getLinearId(),
                        CommitteeState.foundingId(committee.getName(), committee.getAspect(), committee.getTerms())));
        check(FIRST_EPOCH, committee.getEpoch() == 1);
        check(NAMED, isReadable(committee.getName(), 120));
        verifyTerms(committee, signers);
    }

    private static void verifyReform(LedgerTransaction tx, Set<PublicKey> signers) {
        List<CommitteeState> inputs = tx.inputsOfType(CommitteeState.class);
        List<CommitteeState> outputs = tx.outputsOfType(CommitteeState.class);
        check(
                REFORM_SHAPE,
                tx.getInputs().size() == 1 && tx.getOutputs().size() == 1 && inputs.size() == 1 && outputs.size() == 1);
        CommitteeState before = inputs.get(0);
        CommitteeState after = outputs.get(0);
        check(
                SAME_COMMITTEE,
                SelfCertifyingId.same(before.getLinearId(), after.getLinearId())
                        && before.getName().equals(after.getName())
                        && before.getAspect() == after.getAspect()
                        && before.getTerms()
                                .getSegment()
                                .equals(after.getTerms().getSegment()));
        check(NEXT_EPOCH, after.getEpoch() == Math.addExact(before.getEpoch(), 1));
        check(QUORUM_SIGNS, signers.contains(before.attestationKey()));
        verifyTerms(after, signers);
    }

    private static void verifyTerms(CommitteeState committee, Set<PublicKey> signers) {
        CommitteeTerms terms = committee.getTerms();
        check(NAMED_SEGMENT, Segment.isName(terms.getSegment()));
        check(TWO_MEMBERS, terms.getMembers().size() >= 2);
        verifySeats(terms.getMembers());
        verifyThreshold(committee);
        Duration validity = terms.getAttestationValidity();
        check(
                BOUNDED_VALIDITY,
                !validity.isNegative() && !validity.isZero() && validity.compareTo(LONGEST_VALIDITY) <= 0);
        Set<Object> observers = new HashSet<>();
        for (Party observer : terms.getObservers()) {
            check(DISTINCT_OBSERVERS, observers.add(observer) && observers.add(observer.getName()));
        }
        for (CommitteeMember member : terms.getMembers()) {
            check(
                    MEMBERS_SIGN,
                    signers.contains(member.getParty().getOwningKey()) && signers.contains(member.getAttestationKey()));
        }
    }

    private static void verifySeats(List<CommitteeMember> members) {
        Set<Object> parties = new HashSet<>();
        Set<PublicKey> keys = new HashSet<>();
        for (CommitteeMember member : members) {
            check(
                    DISTINCT_MEMBERS,
                    parties.add(member.getParty())
                            && parties.add(member.getParty().getName())
                            && keys.add(member.getAttestationKey()));
            check(PLAIN_KEYS, !(member.getAttestationKey() instanceof CompositeKey));
            check(POSITIVE_WEIGHTS, member.getWeight() >= 1);
        }
        for (CommitteeMember member : members) {
            Set<PublicKey> identity = CryptoUtils.getKeys(member.getParty().getOwningKey());
            check(PLAIN_KEYS, Collections.disjoint(keys, identity));
        }
    }

    private static void verifyThreshold(CommitteeState committee) {
        long sum = 0;
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            sum += member.getWeight();
        }
        int threshold = committee.getTerms().getThreshold();
        check(COUNTABLE_WEIGHTS, sum <= LARGEST_SUM);
        check(REACHABLE_THRESHOLD, threshold >= 1 && threshold <= sum);
        check(OWNERSHIP_MAJORITY, committee.getAspect() != Aspect.OWNERSHIP || 2L * threshold > sum);
    }
}
