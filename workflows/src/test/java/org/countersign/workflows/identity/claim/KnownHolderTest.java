package org.countersign.workflows.identity.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KnownHolderTest {
    private static final PublicKey KEY = Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.ONE)
            .getPublic();
    private static final Party DEALER = new Party(new CordaX500Name("Dealer", "London", "GB"), KEY);
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    private static VerifiedClaim claim(
            ClaimKind kind, Instant issued, ClaimStanding standing, String name, String text) {
        return new VerifiedClaim(kind, "Provider", "7", issued, MAY, standing, Collections.singletonMap(name, text));
    }

    private static VerifiedClaim residence(Instant issued, ClaimStanding standing, String code) {
        return claim(ClaimKind.LEGAL_IDENTITY, issued, standing, HolderClaims.RESIDENCE, code);
    }

    @Test
    @DisplayName("what is not in force is not relied on, but its standing is known")
    void onlyInForce() {
        KnownHolder holder = KnownHolder.of(
                KEY,
                DEALER,
                Arrays.asList(
                        residence(MARCH, ClaimStanding.REVOKED, "GB"),
                        claim(ClaimKind.KYC, MARCH, ClaimStanding.IN_FORCE, HolderClaims.KYC_LEVEL, "2")));
        assertThat(holder.inForce().residence()).isEmpty();
        assertThat(holder.inForce().kycLevel()).isEqualTo(2);
        assertThat(holder.standing(ClaimKind.LEGAL_IDENTITY)).isEqualTo(ClaimStanding.REVOKED);
        assertThat(holder.standing(ClaimKind.KYC)).isEqualTo(ClaimStanding.IN_FORCE);
        assertThat(holder.standing(ClaimKind.BIRTH_DATE)).isEqualTo(ClaimStanding.ABSENT);
        assertThat(holder.expiry(ClaimKind.KYC)).contains(MAY);
        assertThat(holder.expiry(ClaimKind.LEGAL_IDENTITY)).isEmpty();
    }

    @Test
    @DisplayName("of two credentials of a kind the one in force that was issued last counts")
    void laterCounts() {
        KnownHolder holder = KnownHolder.of(
                KEY,
                DEALER,
                Arrays.asList(
                        residence(MAY, ClaimStanding.UNTRUSTED, "DE"),
                        residence(APRIL, ClaimStanding.IN_FORCE, "FR"),
                        residence(MARCH, ClaimStanding.IN_FORCE, "GB")));
        assertThat(holder.inForce().residence()).contains("FR");
        assertThat(holder.standing(ClaimKind.LEGAL_IDENTITY)).isEqualTo(ClaimStanding.IN_FORCE);
    }

    @Test
    @DisplayName(
            "a person is its LEI, or else what a provider calls it, so that two keys of one person are known as one")
    void person() {
        assertThat(KnownHolder.of(
                                KEY, DEALER, Collections.singletonList(residence(MARCH, ClaimStanding.IN_FORCE, "GB")))
                        .inForce()
                        .getPerson())
                .isEqualTo("Provider/7");
        VerifiedClaim lei = claim(
                ClaimKind.LEGAL_IDENTITY, MARCH, ClaimStanding.IN_FORCE, HolderClaims.LEI, "5493000IBP32UQZ0KL24");
        assertThat(KnownHolder.of(KEY, DEALER, Collections.singletonList(lei))
                        .inForce()
                        .getPerson())
                .isEqualTo("5493000IBP32UQZ0KL24");
        VerifiedClaim kyc = claim(ClaimKind.KYC, MARCH, ClaimStanding.IN_FORCE, HolderClaims.KYC_LEVEL, "2");
        assertThat(KnownHolder.of(KEY, DEALER, Arrays.asList(kyc, lei)).identifiers())
                .containsExactly("5493000IBP32UQZ0KL24", "Provider/7");
        assertThat(KnownHolder.of(KEY, DEALER, Collections.singletonList(kyc)).identifiers())
                .containsExactly("Provider/7");
    }

    @Test
    @DisplayName("a holder of whom nothing is known says why")
    void unknown() {
        KnownHolder holder = KnownHolder.unknown(KEY, DEALER, "Dealer has not answered.");
        assertThat(holder.absence()).contains("Dealer has not answered.");
        assertThat(holder.inForce()).isEqualTo(HolderClaims.none());
        assertThat(KnownHolder.of(KEY, DEALER, Collections.emptyList()).absence())
                .isEmpty();
    }

    @Test
    @DisplayName("claims keep what is personal out of logs")
    void silent() {
        assertThat(residence(MARCH, ClaimStanding.IN_FORCE, "GB")).hasToString("LEGAL_IDENTITY IN_FORCE");
    }
}
