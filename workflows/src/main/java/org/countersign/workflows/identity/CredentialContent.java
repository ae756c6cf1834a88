package org.countersign.workflows.identity;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.countersign.contracts.identity.ClaimKind;

/** What a credential is to say; signing it makes a {@link CredentialDocument}. */
public final class CredentialContent {
    private final ClaimKind kind;
    private final PublicKey holder;
    private final Map<String, String> values;
    private final String subject;
    private Instant issuedAt;
    private Instant expiresAt;
    private String statusList;
    private int statusIndex;

    /**
     * Creates the content; its time and place in a status list are added.
     *
     * @param kind what it is about
     * @param holder the key that it is issued to
     * @param values its claims as texts
     * @param subject what the provider calls the holder; may be empty
     */
    public CredentialContent(ClaimKind kind, PublicKey holder, Map<String, String> values, String subject) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.subject = Objects.requireNonNull(subject, "subject");
    }

    /**
     * Sets its time.
     *
     * @param from since when
     * @param until until when, exclusive
     * @return this
     */
    public CredentialContent valid(Instant from, Instant until) {
        this.issuedAt = from;
        this.expiresAt = until;
        return this;
    }

    /**
     * Sets its place.
     *
     * @param list the digest that identifies the status list
     * @param index the place in it
     * @return this
     */
    public CredentialContent listed(String list, int index) {
        this.statusList = list;
        this.statusIndex = index;
        return this;
    }

    /** What it is about. */
    public ClaimKind getKind() {
        return kind;
    }

    /** The key that it is issued to. */
    public PublicKey getHolder() {
        return holder;
    }

    /** Its claims as texts. */
    public Map<String, String> getValues() {
        return values;
    }

    /** What the provider calls the holder; may be empty. */
    public String getSubject() {
        return subject;
    }

    /** Since when. */
    public Instant getIssuedAt() {
        return issuedAt;
    }

    /** Until when, exclusive. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    /** The digest that identifies the status list. */
    public String getStatusList() {
        return statusList;
    }

    /** The place in the status list. */
    public int getStatusIndex() {
        return statusIndex;
    }
}
