package org.countersign.workflows.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.AcceptedProvider;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.CredentialStatus;
import org.countersign.contracts.identity.CredentialStatusListState;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.CredentialRequirement;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.MalformedException;
import org.countersign.workflows.identity.sdjwt.SdJwt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per requirement: all others are met. */
class CredentialVerifierTest {
    private static final TestSigner PROVIDER_KEY = new TestSigner(1);
    private static final TestSigner HOLDER = new TestSigner(2);
    private static final TestSigner AUTHORITY = new TestSigner(3);
    private static final TestSigner MALLORY = new TestSigner(4);
    private static final Party PROVIDER = party("Provider", PROVIDER_KEY);
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NEXT_YEAR = MARCH.plus(Duration.ofDays(365));
    private static final String TRANSACTION = "a transaction";
    private static final CredentialStatusListState LIST = CredentialStatusListState.opened(PROVIDER, 1, 1_024);
    private static final int PLACE = 5;

    private static Party party(String name, TestSigner signer) {
        return new Party(new CordaX500Name(name, "London", "GB"), signer.key());
    }

    private static CredentialContent content(String list, int place) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(HolderClaims.LEGAL_NAME, "Dealer A plc");
        values.put(HolderClaims.CITIZENSHIP, "GB FR");
        return new CredentialContent(ClaimKind.LEGAL_IDENTITY, HOLDER.key(), values, "7")
                .valid(MARCH, NEXT_YEAR)
                .listed(list, place);
    }

    private static CredentialDocument issued(CredentialContent content, TestSigner issuer) throws MalformedException {
        return CredentialDocument.issue(content, issuer, new Random(1));
    }

    private static CredentialDocument good() throws MalformedException {
        return issued(content(StatusLists.digest(LIST), PLACE), PROVIDER_KEY);
    }

    private static CredentialDocument shown(CredentialDocument credential, TestSigner audience, String nonce)
            throws MalformedException {
        return CredentialDocument.read(credential
                .document()
                .bound(DidKey.of(audience.key()), nonce, MARCH.getEpochSecond(), HOLDER)
                .compact());
    }

    private static CredentialDocument shown(CredentialDocument credential) throws MalformedException {
        return shown(credential, AUTHORITY, TRANSACTION);
    }

    private static VerifiedClaim verified(CredentialDocument credential, Instant until, CredentialStatusListState list)
            throws MalformedException {
        TrustedProviders trusted = TrustedProviders.of(Collections.singletonList(
                new AcceptedProvider(PROVIDER, Collections.singletonList(ClaimKind.LEGAL_IDENTITY))));
        return new CredentialVerifier(
                        until,
                        trusted,
                        digest -> Optional.ofNullable(list)
                                .filter(known -> StatusLists.digest(known).equals(digest)))
                .presented(credential, HOLDER.key(), AUTHORITY.key(), TRANSACTION);
    }

    private static VerifiedClaim verified(CredentialDocument credential) throws MalformedException {
        return verified(credential, MARCH.plusSeconds(60), LIST);
    }

    private static void fails(VerifiedClaim claim, ClaimStanding standing, CredentialRequirement... unmet) {
        assertThat(claim.getUnmet()).containsExactly(unmet);
        assertThat(claim.getStanding()).isEqualTo(standing);
    }

    @Test
    @DisplayName("a good credential is in force, with its claims as texts")
    void inForce() throws Exception {
        VerifiedClaim claim = verified(shown(good()));
        fails(claim, ClaimStanding.IN_FORCE);
        assertThat(claim.getProvider()).isEqualTo("Provider");
        assertThat(claim.getSubject()).isEqualTo("7");
        assertThat(claim.getValues())
                .containsEntry(HolderClaims.LEGAL_NAME, "Dealer A plc")
                .containsEntry(HolderClaims.CITIZENSHIP, "GB FR");
    }

    @Test
    @DisplayName("what the provider calls the holder is shown whatever the holder withholds")
    void subjectIsAlwaysShown() throws Exception {
        VerifiedClaim claim = verified(shown(
                CredentialDocument.read(good().document().showing(name -> false).compact())));
        fails(claim, ClaimStanding.IN_FORCE);
        assertThat(claim.getValues()).isEmpty();
        assertThat(claim.getSubject()).isEqualTo("7");
    }

    @Test
    @DisplayName("it is valid until the last instant that it names and from the first, and not beyond")
    void time() throws Exception {
        fails(verified(shown(good()), NEXT_YEAR, LIST), ClaimStanding.IN_FORCE);
        fails(
                verified(shown(good()), NEXT_YEAR.plusMillis(1), LIST),
                ClaimStanding.LAPSED,
                CredentialRequirement.NOT_EXPIRED);
        fails(verified(shown(good()), MARCH, LIST), ClaimStanding.IN_FORCE);
        fails(
                verified(shown(good()), MARCH.minusMillis(1), LIST),
                ClaimStanding.LAPSED,
                CredentialRequirement.NOT_EXPIRED);
    }

    @Test
    @DisplayName("it stands as its place in its provider's list says, and no other place does")
    void status() throws Exception {
        CredentialStatusListState elsewhere = LIST.changed(LIST.read().with(PLACE + 1, CredentialStatus.REVOKED));
        fails(verified(shown(good()), MARCH, elsewhere), ClaimStanding.IN_FORCE);
        fails(
                verified(shown(good()), MARCH, LIST.changed(LIST.read().with(PLACE, CredentialStatus.REVOKED))),
                ClaimStanding.REVOKED,
                CredentialRequirement.NOT_REVOKED);
        fails(
                verified(shown(good()), MARCH, LIST.changed(LIST.read().with(PLACE, CredentialStatus.SUSPENDED))),
                ClaimStanding.SUSPENDED,
                CredentialRequirement.NOT_SUSPENDED);
        fails(verified(shown(good()), MARCH, null), ClaimStanding.UNCONFIRMED, CredentialRequirement.STATUS_KNOWN);
    }

    @Test
    @DisplayName("another provider's list, or a place beyond the list, says nothing")
    void foreignList() throws Exception {
        CredentialStatusListState foreign = CredentialStatusListState.opened(party("Mallory", MALLORY), 1, 1_024);
        fails(
                verified(shown(issued(content(StatusLists.digest(foreign), PLACE), PROVIDER_KEY)), MARCH, foreign),
                ClaimStanding.UNCONFIRMED,
                CredentialRequirement.STATUS_KNOWN);
        fails(
                verified(shown(issued(content(StatusLists.digest(LIST), 1_024), PROVIDER_KEY))),
                ClaimStanding.UNCONFIRMED,
                CredentialRequirement.STATUS_KNOWN);
    }

    @Test
    @DisplayName("a stranger's credential is untrusted, and so is an accepted provider's of another kind")
    void untrusted() throws Exception {
        CredentialStatusListState own = CredentialStatusListState.opened(party("Mallory", MALLORY), 1, 1_024);
        fails(
                verified(shown(issued(content(StatusLists.digest(own), PLACE), MALLORY)), MARCH, own),
                ClaimStanding.UNTRUSTED,
                CredentialRequirement.TRUSTED_ISSUER);
        CredentialDocument kyc = issued(
                new CredentialContent(
                                ClaimKind.KYC, HOLDER.key(), Collections.singletonMap(HolderClaims.KYC_LEVEL, "2"), "7")
                        .valid(MARCH, NEXT_YEAR)
                        .listed(StatusLists.digest(LIST), PLACE),
                PROVIDER_KEY);
        fails(verified(shown(kyc)), ClaimStanding.UNTRUSTED, CredentialRequirement.TRUSTED_ISSUER);
    }

    @Test
    @DisplayName("a credential that names another issuer than the key it is signed with is invalid")
    void forged() throws Exception {
        Map<String, Object> open = new LinkedHashMap<>();
        open.put("iss", DidKey.of(PROVIDER_KEY.key()));
        open.put("iat", MARCH.getEpochSecond());
        open.put("exp", NEXT_YEAR.getEpochSecond());
        open.put("vct", "urn:countersign:credential:legal-identity");
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("idx", PLACE);
        status.put("uri", "urn:countersign:status-list:" + StatusLists.digest(LIST));
        open.put("status", Collections.singletonMap("status_list", status));
        SdJwt document = SdJwt.issue(
                CredentialDocument.TYPE,
                open,
                HOLDER.key(),
                Collections.singletonMap(HolderClaims.LEGAL_NAME, "Dealer A plc"),
                MALLORY,
                new Random(1));
        fails(
                verified(shown(CredentialDocument.read(document.compact()))),
                ClaimStanding.INVALID,
                CredentialRequirement.SIGNATURE);
    }

    @Test
    @DisplayName(
            "a presentation for another authority or transaction, without a statement, or by another key is invalid")
    void binding() throws Exception {
        fails(verified(shown(good(), MALLORY, TRANSACTION)), ClaimStanding.INVALID, CredentialRequirement.AUDIENCE);
        fails(verified(shown(good(), AUTHORITY, "another")), ClaimStanding.INVALID, CredentialRequirement.NONCE);
        fails(verified(good()), ClaimStanding.INVALID, CredentialRequirement.KEY_BINDING);
        CredentialDocument stolen = CredentialDocument.read(good().document()
                .bound(DidKey.of(AUTHORITY.key()), TRANSACTION, MARCH.getEpochSecond(), MALLORY)
                .compact());
        fails(verified(stolen), ClaimStanding.INVALID, CredentialRequirement.KEY_BINDING);
        CredentialDocument anothers = issued(
                new CredentialContent(
                                ClaimKind.LEGAL_IDENTITY,
                                MALLORY.key(),
                                Collections.singletonMap(HolderClaims.LEGAL_NAME, "Mallory"),
                                "")
                        .valid(MARCH, NEXT_YEAR)
                        .listed(StatusLists.digest(LIST), PLACE),
                PROVIDER_KEY);
        CredentialDocument shownByMallory = CredentialDocument.read(anothers.document()
                .bound(DidKey.of(AUTHORITY.key()), TRANSACTION, MARCH.getEpochSecond(), MALLORY)
                .compact());
        fails(verified(shownByMallory), ClaimStanding.INVALID, CredentialRequirement.KEY_BINDING);
    }

    @Test
    @DisplayName("the worst of several flaws says how a claim stands")
    void worst() throws Exception {
        VerifiedClaim claim = verified(
                shown(good(), MALLORY, "another"),
                NEXT_YEAR.plusSeconds(1),
                LIST.changed(LIST.read().with(PLACE, CredentialStatus.REVOKED)));
        assertThat(claim.getUnmet())
                .containsExactlyInAnyOrder(
                        CredentialRequirement.NOT_EXPIRED,
                        CredentialRequirement.NOT_REVOKED,
                        CredentialRequirement.AUDIENCE,
                        CredentialRequirement.NONCE);
        assertThat(claim.getStanding()).isEqualTo(ClaimStanding.INVALID);
    }

    @Test
    @DisplayName("what is kept from an earlier presentation is looked at anew, but for the statement")
    void kept() throws Exception {
        CredentialVerifier verifier = new CredentialVerifier(
                MARCH,
                TrustedProviders.of(
                        Collections.singletonList(new AcceptedProvider(PROVIDER, Arrays.asList(ClaimKind.values())))),
                digest -> Optional.of(LIST.changed(LIST.read().with(PLACE, CredentialStatus.REVOKED))));
        fails(verifier.kept(shown(good()), HOLDER.key()), ClaimStanding.REVOKED, CredentialRequirement.NOT_REVOKED);
    }

    @Test
    @DisplayName("documents of other kinds, times, lists and claims are no credentials")
    void malformed() throws Exception {
        assertThatThrownBy(() -> CredentialDocument.read("e30.e30.AA~")).isInstanceOf(MalformedException.class);
        Map<String, Object> base = new LinkedHashMap<>();
        base.put("iss", DidKey.of(PROVIDER_KEY.key()));
        base.put("iat", 1);
        base.put("exp", 2);
        base.put("vct", "urn:countersign:credential:kyc");
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("idx", 1);
        status.put("uri", "urn:countersign:status-list:" + StatusLists.digest(LIST));
        base.put("status", Collections.singletonMap("status_list", status));
        read(base, HolderClaims.KYC_LEVEL, 2);
        for (Object[] wrong : new Object[][] {
            {"iss", "did:web:example.org"},
            {"iat", "yesterday"},
            {"exp", 1},
            {"exp", Long.MAX_VALUE},
            {"vct", "urn:countersign:credential:fame"},
            {"status", "fine"}
        }) {
            Map<String, Object> changed = new LinkedHashMap<>(base);
            changed.put(wrong[0].toString(), wrong[1]);
            assertThatThrownBy(() -> read(changed, HolderClaims.KYC_LEVEL, 2))
                    .as(wrong[0] + " " + wrong[1])
                    .isInstanceOf(MalformedException.class);
        }
        for (Object level : new Object[] {"2", 0, 2.5, Collections.singletonList(2)}) {
            assertThatThrownBy(() -> read(base, HolderClaims.KYC_LEVEL, level))
                    .as(String.valueOf(level))
                    .isInstanceOf(MalformedException.class);
        }
    }

    private static void read(Map<String, Object> open, String claim, Object value) throws MalformedException {
        CredentialDocument.read(SdJwt.issue(
                        CredentialDocument.TYPE,
                        open,
                        HOLDER.key(),
                        Collections.singletonMap(claim, value),
                        PROVIDER_KEY,
                        new Random(1))
                .compact());
    }

    @Test
    @DisplayName("a key is proved with a statement for one provider and one challenge")
    void proof() throws Exception {
        String proof = KeyProof.make(PROVIDER_KEY.key(), "challenge", 1, HOLDER);
        assertThat(KeyProof.holds(proof, PROVIDER_KEY.key(), "challenge", HOLDER.key()))
                .isTrue();
        assertThat(KeyProof.holds(proof, MALLORY.key(), "challenge", HOLDER.key()))
                .isFalse();
        assertThat(KeyProof.holds(proof, PROVIDER_KEY.key(), "another", HOLDER.key()))
                .isFalse();
        assertThat(KeyProof.holds(proof, PROVIDER_KEY.key(), "challenge", MALLORY.key()))
                .isFalse();
    }
}
