package org.countersign.workflows.identity.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.countersign.contracts.identity.ClaimKind;

/** What became of one credential: who vouches for what until when, and how that stands. */
public final class VerifiedClaim {
    private final ClaimKind kind;
    private final String provider;
    private final String subject;
    private final Instant issuedAt;
    private final Instant expiresAt;
    private final ClaimStanding standing;
    private final Map<String, String> values;
    private final List<CredentialRequirement> unmet;
    private final String statusList;
    private final int statusIndex;

    /**
     * Creates the claim.
     *
     * @param kind what it is about
     * @param provider who vouches for it, by its organisation's name or, of a stranger, its {@code did:key}
     * @param subject what the provider calls the holder, the same for all of its keys; may be empty
     * @param issuedAt since when
     * @param expiresAt until when, exclusive
     * @param standing whether it can be believed
     * @param values what was disclosed of it, as texts by the names of {@code HolderClaims}
     */
    public VerifiedClaim(
            ClaimKind kind,
            String provider,
            String subject,
            Instant issuedAt,
            Instant expiresAt,
            ClaimStanding standing,
            Map<String, String> values) {
        this(kind, provider, subject, issuedAt, expiresAt, standing, values, Collections.emptyList(), "", 0);
    }

    private VerifiedClaim(
            ClaimKind kind,
            String provider,
            String subject,
            Instant issuedAt,
            Instant expiresAt,
            ClaimStanding standing,
            Map<String, String> values,
            List<CredentialRequirement> unmet,
            String statusList,
            int statusIndex) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.provider = Objects.requireNonNull(provider, "provider");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.issuedAt = Objects.requireNonNull(issuedAt, "issuedAt");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.standing = Objects.requireNonNull(standing, "standing");
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.unmet = Collections.unmodifiableList(new ArrayList<>(unmet));
        this.statusList = Objects.requireNonNull(statusList, "statusList");
        this.statusIndex = statusIndex;
    }

    /**
     * The same claim with its place in a status list.
     *
     * @param list the digest of the list, as the credential names it
     * @param index the place in it
     * @return the claim
     */
    public VerifiedClaim listed(String list, int index) {
        return new VerifiedClaim(kind, provider, subject, issuedAt, expiresAt, standing, values, unmet, list, index);
    }

    /**
     * The same claim as it stands when some requirements are not met.
     *
     * @param requirements those that are not met; may be empty
     * @return the claim, standing as the worst of them says
     */
    public VerifiedClaim failing(List<CredentialRequirement> requirements) {
        ClaimStanding worst = requirements.stream()
                .map(CredentialRequirement::getStanding)
                .max(Comparator.naturalOrder())
                .orElse(ClaimStanding.IN_FORCE);
        return new VerifiedClaim(
                kind, provider, subject, issuedAt, expiresAt, worst, values, requirements, statusList, statusIndex);
    }

    /** What it is about. */
    public ClaimKind getKind() {
        return kind;
    }

    /** Who vouches for it. */
    public String getProvider() {
        return provider;
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

    /** Whether it can be believed. */
    public ClaimStanding getStanding() {
        return standing;
    }

    /** What was disclosed of it; to be believed only if it is in force. */
    public Map<String, String> getValues() {
        return values;
    }

    /** The requirements that it does not meet; empty if it is in force. */
    public List<CredentialRequirement> getUnmet() {
        return unmet;
    }

    /** The digest of the status list that says whether it was withdrawn; empty if none is known. */
    public String getStatusList() {
        return statusList;
    }

    /** Its place in that list. */
    public int getStatusIndex() {
        return statusIndex;
    }

    /** Without what is claimed, so that no log says it by accident. */
    @Override
    public String toString() {
        return kind + " " + standing;
    }
}
