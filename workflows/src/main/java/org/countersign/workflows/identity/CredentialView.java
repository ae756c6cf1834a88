package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatusListState;

/** A credential as its holder or its provider sees it, claims and all. */
@CordaSerializable
public final class CredentialView {
    private final String id;
    private final ClaimKind kind;
    private final String provider;
    private final String member;
    private final PublicKey holder;
    private final String subject;
    private final Map<String, String> values;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final CredentialStatus status;

    /**
     * Creates a view.
     *
     * @param id the credential's digest, hexadecimal
     * @param kind what it is about
     * @param provider the X.500 name of who issued it
     * @param member the X.500 name of the member that keeps it
     * @param holder the key that it was issued to
     * @param subject what the provider calls the holder; may be empty
     * @param values its claims as texts
     * @param issuedAt since when
     * @param expiresAt until when, exclusive
     * @param status what its status list says here, or null if the list is not known here
     */
    public CredentialView(
            String id,
            ClaimKind kind,
            String provider,
            String member,
            PublicKey holder,
            String subject,
            Map<String, String> values,
            Instant issuedAt,
            Instant expiresAt,
            CredentialStatus status) {
        this.id = Objects.requireNonNull(id, "id");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.provider = Objects.requireNonNull(provider, "provider");
        this.member = Objects.requireNonNull(member, "member");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.issuedAt = Objects.requireNonNull(issuedAt, "issuedAt");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.status = status;
    }

    /** The view of the provider. */
    static CredentialView issued(ServiceHub services, CredentialDocument credential, CordaX500Name member) {
        String self = services.getMyInfo().getLegalIdentities().get(0).getName().toString();
        return of(services, credential, self, member.toString());
    }

    /** The view of the holder. */
    static CredentialView held(ServiceHub services, CredentialDocument credential, String provider) {
        String self = services.getMyInfo().getLegalIdentities().get(0).getName().toString();
        return of(services, credential, provider, self);
    }

    private static CredentialView of(
            ServiceHub services, CredentialDocument credential, String provider, String member) {
        Optional<StateAndRef<CredentialStatusListState>> list = StatusLists.find(services, credential.getStatusList());
        boolean listed = list.isPresent()
                && credential.getStatusIndex() < list.get().getState().getData().getSize();
        return new CredentialView(
                credential.id(),
                credential.getKind(),
                provider,
                member,
                credential.getHolder(),
                credential.getSubject(),
                credential.getValues(),
                credential.getIssuedAt(),
                credential.getExpiresAt(),
                listed ? list.get().getState().getData().read().get(credential.getStatusIndex()) : null);
    }

    /** The credential's digest, hexadecimal. */
    public String getId() {
        return id;
    }

    /** What it is about. */
    public ClaimKind getKind() {
        return kind;
    }

    /** The X.500 name of who issued it. */
    public String getProvider() {
        return provider;
    }

    /** The X.500 name of the member that keeps it. */
    public String getMember() {
        return member;
    }

    /** The key that it was issued to. */
    public PublicKey getHolder() {
        return holder;
    }

    /** What the provider calls the holder; may be empty. */
    public String getSubject() {
        return subject;
    }

    /** Its claims as texts. */
    public Map<String, String> getValues() {
        return values;
    }

    /** Since when. */
    public Instant getIssuedAt() {
        return issuedAt;
    }

    /** Until when, exclusive. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    /** What its status list says here, or null if the list is not known here. */
    public CredentialStatus getStatus() {
        return status;
    }
}
