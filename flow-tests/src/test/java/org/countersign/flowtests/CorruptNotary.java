package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.FlowSession;
import net.corda.core.flows.NotarisationPayload;
import net.corda.core.flows.NotarisationResponse;
import net.corda.core.flows.NotaryError;
import net.corda.core.flows.NotaryException;
import net.corda.core.flows.StateConsumptionDetails;
import net.corda.core.flows.StateConsumptionDetails.ConsumedStateType;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.internal.FetchDataFlow;
import net.corda.core.internal.notary.NotaryService;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.node.services.api.ServiceHubInternal;

/**
 * A notary that signs whatever it is sent, unless it was told to lie about it or to be silent: it keeps no record of
 * what is spent, and runs no contract.
 */
public final class CorruptNotary extends NotaryService {
    /** What it says it cannot sign because something else was first, which is not true. */
    private static final Map<SecureHash, ConsumedStateType> DENIED = new ConcurrentHashMap<>();

    private final ServiceHubInternal services;
    private final PublicKey key;

    /** What it does not answer, and who has asked about it in vain. */
    private static final Map<SecureHash, Set<CordaX500Name>> UNANSWERED = new ConcurrentHashMap<>();

    /** Has it leave a transaction unanswered from now on. */
    static void leaveUnanswered(SecureHash transaction) {
        UNANSWERED.put(transaction, ConcurrentHashMap.newKeySet());
    }

    /** Who has asked in vain about a transaction that is left unanswered. */
    static Set<CordaX500Name> askedInVain(SecureHash transaction) {
        return UNANSWERED.get(transaction);
    }

    /** Has it deny a transaction from now on, as if its first input or reference had been consumed by another. */
    static void deny(SecureHash transaction, ConsumedStateType what) {
        DENIED.put(transaction, what);
    }

    /** Created by the node, which finds this constructor by its parameters. */
    public CorruptNotary(ServiceHubInternal services, PublicKey key) {
        this.services = services;
        this.key = key;
    }

    @Override
    public ServiceHub getServices() {
        return services;
    }

    @Override
    public PublicKey getNotaryIdentityKey() {
        return key;
    }

    @Override
    public FlowLogic<Void> createServiceFlow(FlowSession session) {
        return new SignEverything(session, key);
    }

    @Override
    public void start() {
        // It remembers nothing.
    }

    @Override
    public void stop() {
        // And so has nothing to close.
    }

    /** Answers a request for notarisation, in the protocol of a validating notary. */
    static final class SignEverything extends FlowLogic<Void> {
        private final FlowSession session;
        private final PublicKey key;

        SignEverything(FlowSession session, PublicKey key) {
            this.session = session;
            this.key = key;
        }

        @Suspendable
        @Override
        public Void call() throws FlowException {
            SignedTransaction sent =
                    session.receive(NotarisationPayload.class).unwrap(NotarisationPayload::getSignedTransaction);
            SecureHash id = sent.getId();
            if (UNANSWERED.containsKey(id)) {
                UNANSWERED.get(id).add(session.getCounterparty().getName());
                session.receive(String.class);
            }
            ConsumedStateType denied = DENIED.get(id);
            if (denied != null) {
                List<StateRef> states =
                        denied == ConsumedStateType.INPUT_STATE ? sent.getInputs() : sent.getReferences();
                throw new NotaryException(
                        new NotaryError.Conflict(
                                id,
                                Collections.singletonMap(
                                        states.get(0),
                                        new StateConsumptionDetails(SecureHash.sha256("another transaction"), denied))),
                        id);
            }
            session.send(FetchDataFlow.Request.End.INSTANCE);
            SignatureMetadata metadata =
                    new SignatureMetadata(12, Crypto.findSignatureScheme(key).getSchemeNumberID());
            session.send(new NotarisationResponse(Collections.singletonList(
                    getServiceHub().getKeyManagementService().sign(new SignableData(id, metadata), key))));
            return null;
        }
    }
}
