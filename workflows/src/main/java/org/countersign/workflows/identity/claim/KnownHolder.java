package org.countersign.workflows.identity.claim;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;

/**
 * What an authority knows of one holder from credentials that it has verified, or why it knows nothing.
 *
 * <p>A holder is a key: an institution's own, or that of a custodian's client. {@link #inForce()} is what a rule may
 * rely on; {@link #standing} tells why a fact is not there.
 */
public final class KnownHolder {
    private final PublicKey holder;
    private final Party party;
    private final List<VerifiedClaim> credentials;
    private final String absence;

    private KnownHolder(PublicKey holder, Party party, List<VerifiedClaim> credentials, String absence) {
        this.holder = Objects.requireNonNull(holder, "holder");
        this.party = Objects.requireNonNull(party, "party");
        List<VerifiedClaim> sorted = new ArrayList<>(credentials);
        sorted.sort(Comparator.comparing(VerifiedClaim::getIssuedAt));
        this.credentials = Collections.unmodifiableList(sorted);
        this.absence = absence;
    }

    /**
     * A holder that has presented credentials, good or bad.
     *
     * @param holder the key that holds or gives
     * @param party the member whose key it is; the custodian of a client's
     * @param credentials what was presented and looked at
     * @return what is known
     */
    public static KnownHolder of(PublicKey holder, Party party, List<VerifiedClaim> credentials) {
        return new KnownHolder(holder, party, credentials, null);
    }

    /**
     * A holder that has presented credentials, and something that is none.
     *
     * @param holder the key that holds or gives
     * @param party the member whose key it is
     * @param credentials what was presented and looked at
     * @param remark why no more is known, as a sentence that may be told to anybody in the transaction
     * @return what is known
     */
    public static KnownHolder of(PublicKey holder, Party party, List<VerifiedClaim> credentials, String remark) {
        return new KnownHolder(holder, party, credentials, Objects.requireNonNull(remark, "remark"));
    }

    /**
     * A holder of whom nothing is known.
     *
     * @param holder the key that holds or gives
     * @param party the member whose key it is
     * @param reason why nothing is known, as a sentence that may be told to anybody in the transaction
     * @return that, and no claims
     */
    public static KnownHolder unknown(PublicKey holder, Party party, String reason) {
        return new KnownHolder(holder, party, Collections.emptyList(), Objects.requireNonNull(reason, "reason"));
    }

    /** The key that holds or gives. */
    public PublicKey getHolder() {
        return holder;
    }

    /** The member whose key it is; the custodian of a client's. */
    public Party getParty() {
        return party;
    }

    /** Every credential that was presented, oldest first, believed or not. */
    public List<VerifiedClaim> getCredentials() {
        return credentials;
    }

    /** Why nothing is known, or no more than what is, if there is a reason. */
    public Optional<String> absence() {
        return Optional.ofNullable(absence);
    }

    /**
     * How a kind of claim stands.
     *
     * @param kind the kind
     * @return the best that a credential of this kind has come to
     */
    public ClaimStanding standing(ClaimKind kind) {
        return credentials.stream()
                .filter(credential -> credential.getKind() == kind)
                .map(VerifiedClaim::getStanding)
                .min(Comparator.naturalOrder())
                .orElse(ClaimStanding.ABSENT);
    }

    /**
     * Until when a kind of claim is vouched for.
     *
     * @param kind the kind
     * @return when the credential expires that counts for this kind; nothing if none is in force
     */
    public Optional<Instant> expiry(ClaimKind kind) {
        return credential(kind).map(VerifiedClaim::getExpiresAt);
    }

    /**
     * Everything that the holder is called: its LEI, and what each provider calls it in any credential that is in
     * force. Keys of which one of these is the same are one person's.
     *
     * @return the LEI first if there is one; may be empty
     */
    public List<String> identifiers() {
        Set<String> names = new LinkedHashSet<>();
        credential(ClaimKind.LEGAL_IDENTITY)
                .map(identity -> identity.getValues().get(HolderClaims.LEI))
                .ifPresent(names::add);
        for (ClaimKind kind : ClaimKind.values()) {
            credentials.stream()
                    .filter(credential -> credential.getKind() == kind
                            && credential.getStanding() == ClaimStanding.IN_FORCE
                            && !credential.getSubject().isEmpty())
                    .forEach(credential -> names.add(credential.getProvider() + "/" + credential.getSubject()));
        }
        return new ArrayList<>(names);
    }

    /**
     * What can be relied on: of each kind what the credential says that is in force and was issued last. An older one
     * of the kind does not add to it, or a provider could take nothing back by issuing anew.
     *
     * @return the claims, which may say nothing; the person is the first of {@link #identifiers()}
     */
    public HolderClaims inForce() {
        Map<String, String> values = new TreeMap<>();
        for (ClaimKind kind : ClaimKind.values()) {
            credential(kind).ifPresent(credential -> values.putAll(credential.getValues()));
        }
        List<String> names = identifiers();
        return new HolderClaims(names.isEmpty() ? "" : names.get(0), names, values);
    }

    /**
     * The credential that counts for a kind.
     *
     * @param kind the kind
     * @return of those in force the one that was issued last
     */
    public Optional<VerifiedClaim> credential(ClaimKind kind) {
        return credentials.stream()
                .filter(credential ->
                        credential.getKind() == kind && credential.getStanding() == ClaimStanding.IN_FORCE)
                .max(Comparator.comparing(VerifiedClaim::getIssuedAt));
    }
}
