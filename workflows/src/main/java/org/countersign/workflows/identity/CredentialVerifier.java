package org.countersign.workflows.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.CredentialRequirement;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/** Looks at credentials with all that is known, requirement by requirement. Asks nobody. */
public final class CredentialVerifier {
    private final Instant until;
    private final TrustedProviders trusted;
    private final Function<String, Optional<CredentialStatusListState>> lists;

    /**
     * Creates a verifier.
     *
     * @param until until when credentials have to be valid: the end of the transaction's time-window
     * @param trusted whose word is taken
     * @param lists the status list of a digest, as far as it is known
     */
    public CredentialVerifier(
            Instant until, TrustedProviders trusted, Function<String, Optional<CredentialStatusListState>> lists) {
        this.until = until;
        this.trusted = trusted;
        this.lists = lists;
    }

    /**
     * Looks at a credential that was presented for a purpose.
     *
     * @param credential the credential with its holder's statement
     * @param holder the key that must have stated it
     * @param audience who looks at it, by identity key
     * @param nonce what it must be for: the id of the transaction
     * @return the claim with how it stands
     * @throws MalformedException if a key in it is of a kind that documents are not signed with
     */
    public VerifiedClaim presented(CredentialDocument credential, PublicKey holder, PublicKey audience, String nonce)
            throws MalformedException {
        List<CredentialRequirement> unmet = inItself(credential, holder);
        try {
            JsonNode statement = credential.document().keyBinding();
            if (!statement.path("aud").asText().equals(DidKey.of(audience))) {
                unmet.add(CredentialRequirement.AUDIENCE);
            }
            if (!statement.path("nonce").asText().equals(nonce)) {
                unmet.add(CredentialRequirement.NONCE);
            }
        } catch (MalformedException unbound) {
            if (!unmet.contains(CredentialRequirement.KEY_BINDING)) {
                unmet.add(CredentialRequirement.KEY_BINDING);
            }
        }
        return claim(credential).failing(unmet);
    }

    /**
     * Looks at a credential that was presented before, for another purpose, and verified then.
     *
     * @param credential the credential
     * @param holder the key that it must be for
     * @return the claim with how it stands now
     * @throws MalformedException if a key in it is of a kind that documents are not signed with
     */
    public VerifiedClaim kept(CredentialDocument credential, PublicKey holder) throws MalformedException {
        return claim(credential).failing(inItself(credential, holder));
    }

    private List<CredentialRequirement> inItself(CredentialDocument credential, PublicKey holder)
            throws MalformedException {
        List<CredentialRequirement> unmet = new ArrayList<>();
        if (!credential.isSignedByIssuer()) {
            unmet.add(CredentialRequirement.SIGNATURE);
        }
        if (!trusted.accept(credential.getIssuer(), credential.getKind())) {
            unmet.add(CredentialRequirement.TRUSTED_ISSUER);
        }
        if (credential.getIssuedAt().isAfter(until) || credential.getExpiresAt().isBefore(until)) {
            unmet.add(CredentialRequirement.NOT_EXPIRED);
        }
        if (!credential.getHolder().equals(holder)) {
            unmet.add(CredentialRequirement.KEY_BINDING);
        }
        Optional<CredentialStatus> status = status(credential);
        if (!status.isPresent()) {
            unmet.add(CredentialRequirement.STATUS_KNOWN);
        } else if (status.get() == CredentialStatus.REVOKED) {
            unmet.add(CredentialRequirement.NOT_REVOKED);
        } else if (status.get() == CredentialStatus.SUSPENDED) {
            unmet.add(CredentialRequirement.NOT_SUSPENDED);
        }
        return unmet;
    }

    // A list of another provider's says nothing about this one's credentials.
    private Optional<CredentialStatus> status(CredentialDocument credential) {
        return lists.apply(credential.getStatusList())
                .filter(list -> list.getProvider().getOwningKey().equals(credential.getIssuer())
                        && credential.getStatusIndex() < list.getSize())
                .map(list -> list.read().get(credential.getStatusIndex()));
    }

    private VerifiedClaim claim(CredentialDocument credential) throws MalformedException {
        Optional<Party> provider = trusted.named(credential.getIssuer());
        return new VerifiedClaim(
                        credential.getKind(),
                        provider.isPresent()
                                ? provider.get().getName().getOrganisation()
                                : DidKey.of(credential.getIssuer()),
                        credential.getSubject(),
                        credential.getIssuedAt(),
                        credential.getExpiresAt(),
                        ClaimStanding.IN_FORCE,
                        credential.getValues())
                .listed(credential.getStatusList(), credential.getStatusIndex());
    }
}
