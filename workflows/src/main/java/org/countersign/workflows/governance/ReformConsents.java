package org.countersign.workflows.governance;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;

/** The signatures under one reform: who gives which, and how those are asked whose are missing. */
final class ReformConsents {
    private final ReformOffer offer;
    private final CommitteeState before;
    private final CommitteeState after;

    ReformConsents(ReformOffer offer, CommitteeState before, CommitteeState after) {
        this.offer = offer;
        this.before = before;
        this.after = after;
    }

    /** What a member signs with: the key of its seat that ends, its legal identity and the key of its next seat. */
    Set<PublicKey> keysOf(Party member) {
        Set<PublicKey> keys = new LinkedHashSet<>();
        before.seatOf(member).ifPresent(seat -> keys.add(seat.getAttestationKey()));
        after.seatOf(member).ifPresent(seat -> {
            keys.add(member.getOwningKey());
            keys.add(seat.getAttestationKey());
        });
        return keys;
    }

    /** Asks all whose signatures are missing; ends when all of the next epoch and a quorum of this one agree. */
    ReformRound<List<TransactionSignature>> round(ServiceHub services, SignedTransaction signed) {
        Set<PublicKey> present = new HashSet<>();
        signed.getSigs().forEach(signature -> present.add(signature.getBy()));
        Map<Party, FlowLogic<List<TransactionSignature>>> questions = new LinkedHashMap<>();
        Set<Party> needed = parties(after);
        int has = 0;
        for (CommitteeMember member : before.getTerms().getMembers()) {
            if (present.containsAll(keysOf(member.getParty()))) {
                has += member.getWeight();
            }
        }
        Set<Party> all = parties(before);
        all.addAll(needed);
        for (Party party : all) {
            if (present.containsAll(keysOf(party))) {
                needed.remove(party);
            } else {
                questions.put(party, new RequestConsentFlow(party, offer, signed, keysOf(party)));
            }
        }
        return new ReformRound<>(services, questions, needed, before, has);
    }

    /** A transaction with this node's signatures. */
    static SignedTransaction signed(ServiceHub services, SignedTransaction transaction, Set<PublicKey> keys) {
        List<TransactionSignature> added = new ArrayList<>();
        keys.forEach(key -> added.add(services.createSignature(transaction, key)));
        return transaction.withAdditionalSignatures(added);
    }

    /** A transaction with what was answered. */
    static SignedTransaction with(SignedTransaction signed, ReformRound.Replies<List<TransactionSignature>> replies) {
        List<TransactionSignature> added = new ArrayList<>();
        replies.getAnswers().values().forEach(added::addAll);
        return signed.withAdditionalSignatures(added);
    }

    private static Set<Party> parties(CommitteeState committee) {
        Set<Party> parties = new LinkedHashSet<>();
        committee.getTerms().getMembers().forEach(member -> parties.add(member.getParty()));
        return parties;
    }
}
