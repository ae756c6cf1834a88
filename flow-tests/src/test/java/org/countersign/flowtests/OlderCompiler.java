package org.countersign.flowtests;

import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;

import co.paralleluniverse.fibers.Suspendable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryFlow;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.StatesToRecord;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.workflows.governance.Committees;

/**
 * Puts a definition on the ledger as registrars of another time did, whose compiler made other bytes of the same
 * source: signed by the seats of their committee, notarised, and recorded. Nobody compares it with what a compiler of
 * today makes.
 */
final class OlderCompiler {
    /** A version that no registrar has. */
    static final int VERSION = 7;

    private final CountersignNetwork network;

    OlderCompiler(CountersignNetwork network) {
        this.network = network;
    }

    /** Registers what a source says with a jar that is another than the source compiles to now. */
    PinnedRules register(String source, byte[] jar) {
        PinnedRules pins =
                new PinnedRules(ProposedRules.compiled(source).getPins().getSource(), SecureHash.sha256(jar), VERSION);
        ProposedRules.Propose proposal = new ProposedRules.Propose(
                source, pins, ProposedRules.mapping(source).compliancePolicy(), jar);
        List<CordaX500Name> members = new ArrayList<>(AUTHORITIES);
        members.add(ISSUER);
        members.forEach(member -> at(member, services -> keep(services, jar)));
        SignedTransaction proposed = at(ISSUER, services -> proposal.signed(services, network.party(ISSUER)));
        List<TransactionSignature> votes = new ArrayList<>();
        for (CordaX500Name registrar : AUTHORITIES) {
            votes.add(at(registrar, services -> vote(services, proposed, registrar)));
        }
        SignedTransaction notarised = network.run(ISSUER, new Notarise(proposed.withAdditionalSignatures(votes)));
        members.forEach(member -> at(member, services -> {
            services.recordTransactions(StatesToRecord.ALL_VISIBLE, Collections.singletonList(notarised));
            return null;
        }));
        return pins;
    }

    private <T> T at(CordaX500Name member, Function<ServiceHub, T> work) {
        return network.node(member)
                .transaction(() -> work.apply(network.node(member).getServices()));
    }

    private TransactionSignature vote(ServiceHub services, SignedTransaction proposed, CordaX500Name registrar) {
        try {
            return services.createSignature(
                    proposed,
                    Committees.only(services, "registrars")
                            .getState()
                            .getData()
                            .seatOf(network.party(registrar))
                            .get()
                            .getAttestationKey());
        } catch (FlowException e) {
            throw new AssertionError(e);
        }
    }

    private static SecureHash keep(ServiceHub services, byte[] jar) {
        try {
            return services.getAttachments().importAttachment(new ByteArrayInputStream(jar), "of another time", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the notary sign what registrars have signed. */
    static final class Notarise extends FlowLogic<SignedTransaction> {
        private final SignedTransaction signed;

        Notarise(SignedTransaction signed) {
            this.signed = signed;
        }

        @Suspendable
        @Override
        public SignedTransaction call() throws FlowException {
            List<? extends TransactionSignature> notary = subFlow(new NotaryFlow.Client(signed));
            return signed.withAdditionalSignatures(new ArrayList<>(notary));
        }
    }
}
