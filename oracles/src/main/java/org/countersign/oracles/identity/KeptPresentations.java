package org.countersign.oracles.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.identity.CredentialDocument;
import org.countersign.workflows.identity.StatusLists;

/**
 * What holders have presented to this authority before, kept in memory so that they need not be asked about every
 * transaction. Off unless the setting {@code presentations.keep} of the oracle CorDapp is {@code true}.
 *
 * <p>What is kept is looked at anew for every transaction; only the holder's statement is not. It is forgotten when the
 * status list of one of the credentials has changed, and with a restart of the node.
 */
@CordaService
public final class KeptPresentations extends SingletonSerializeAsToken {
    private static final int MOST = 10_000;
    private static final String SETTING = "presentations.keep";

    private final AppServiceHub services;
    private final boolean keeps;
    private final Map<String, Kept> entries = new LinkedHashMap<String, Kept>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public KeptPresentations(AppServiceHub services) {
        this.services = services;
        CordappConfig config = services.getAppContext().getConfig();
        this.keeps = config.exists(SETTING) && config.getBoolean(SETTING);
    }

    /** The credentials that a holder has presented for an aspect, if they can still be used. */
    synchronized Optional<List<CredentialDocument>> find(Aspect aspect, PublicKey holder) {
        String key = key(aspect, holder);
        Kept entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.lists.equals(lists(entry.credentials))) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.credentials);
    }

    /** Keeps what a holder has presented; nothing if the operator does not want that. */
    synchronized void keep(Aspect aspect, PublicKey holder, List<CredentialDocument> credentials) {
        if (keeps && !credentials.isEmpty()) {
            entries.put(key(aspect, holder), new Kept(credentials, lists(credentials)));
        }
    }

    synchronized void forget(Aspect aspect, PublicKey holder) {
        entries.remove(key(aspect, holder));
    }

    private List<StateRef> lists(List<CredentialDocument> credentials) {
        List<StateRef> lists = new ArrayList<>();
        for (CredentialDocument credential : credentials) {
            StatusLists.find(services, credential.getStatusList()).ifPresent(list -> lists.add(list.getRef()));
        }
        return lists;
    }

    private static String key(Aspect aspect, PublicKey holder) {
        return aspect + " " + SecureHash.sha256(holder.getEncoded());
    }

    /** Credentials, and the versions of their status lists when they were kept. */
    private static final class Kept {
        private final List<CredentialDocument> credentials;
        private final List<StateRef> lists;

        private Kept(List<CredentialDocument> credentials, List<StateRef> lists) {
            this.credentials = Collections.unmodifiableList(new ArrayList<>(credentials));
            this.lists = lists;
        }
    }
}
