package org.countersign.oracles.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Cast;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.CredentialRequirement;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresentedCredentialsTest {
    private static final Party SELLER = Cast.party("Seller", "GB");
    private static final Party BUYER = Cast.party("Buyer", "GB");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static PresentedCredentials check(Object... settings) throws CheckConfigurationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < settings.length; at += 2) {
            values.put(settings[at].toString(), settings[at + 1]);
        }
        PresentedCredentials check = new PresentedCredentials();
        check.configure(new CheckConfiguration("checks.test", values));
        return check;
    }

    private static PresentedCredentials identityAndKyc() throws CheckConfigurationException {
        return check("kinds", Arrays.asList("LEGAL_IDENTITY", "KYC"));
    }

    private static VerifiedClaim claim(ClaimKind kind, CredentialRequirement... unmet) {
        return new VerifiedClaim(
                        kind,
                        "Provider",
                        "7",
                        NOW.minusSeconds(60),
                        NOW.plusSeconds(600),
                        ClaimStanding.IN_FORCE,
                        Collections.emptyMap())
                .failing(Arrays.asList(unmet));
    }

    private static KnownHolder holder(Party party, VerifiedClaim... claims) {
        return KnownHolder.of(party.getOwningKey(), party, Arrays.asList(claims));
    }

    private static KnownHolder sound(Party party) {
        return holder(party, claim(ClaimKind.LEGAL_IDENTITY), claim(ClaimKind.KYC));
    }

    private static TransferFacts facts(Operation operation, KnownHolder... holders) {
        Map<PublicKey, Party> keys = new LinkedHashMap<>();
        keys.put(SELLER.getOwningKey(), SELLER);
        keys.put(BUYER.getOwningKey(), BUYER);
        return Cast.facts(Aspect.IDENTITY, operation, BUYER).withKeys(keys).withHolders(Arrays.asList(holders));
    }

    private static List<Finding> objections(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.getResult() != FindingResult.MET)
                .collect(Collectors.toList());
    }

    @Test
    @DisplayName("with good credentials every requirement is met, and each is told once")
    void met() throws Exception {
        List<Finding> findings = identityAndKyc().check(facts(Operation.TRANSFER, sound(BUYER)));
        assertThat(objections(findings)).isEmpty();
        assertThat(findings)
                .extracting(Finding::getRequirement)
                .doesNotHaveDuplicates()
                .hasSize(1 + CredentialRequirement.values().length)
                .contains("countersign.identity.credentials.present", "countersign.identity.credentials.not-revoked");
        assertThat(identityAndKyc().needs()).containsExactly(FactKind.CLAIMS);
    }

    @ParameterizedTest(name = "a credential that fails {0} is no credential, and the finding says which")
    @EnumSource(CredentialRequirement.class)
    void each(CredentialRequirement requirement) throws Exception {
        List<Finding> objections = objections(identityAndKyc()
                .check(facts(
                        Operation.TRANSFER,
                        holder(BUYER, claim(ClaimKind.LEGAL_IDENTITY), claim(ClaimKind.KYC, requirement)))));
        assertThat(objections).hasSize(1);
        Finding objection = objections.get(0);
        assertThat(objection.getResult()).isEqualTo(FindingResult.NOT_MET);
        assertThat(objection.getRequirement())
                .endsWith("."
                        + requirement.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        assertThat(objection.getReason()).startsWith("The KYC of Buyer ");
        assertThat(objection.getFigures()).isEmpty();
    }

    @Test
    @DisplayName("a good credential outweighs bad ones of its kind")
    void oneIsEnough() throws Exception {
        KnownHolder buyer = holder(
                BUYER,
                claim(ClaimKind.LEGAL_IDENTITY, CredentialRequirement.NOT_REVOKED),
                claim(ClaimKind.LEGAL_IDENTITY),
                claim(ClaimKind.KYC));
        assertThat(objections(identityAndKyc().check(facts(Operation.TRANSFER, buyer))))
                .isEmpty();
    }

    @Test
    @DisplayName("who has presented nothing, or of whom nothing was asked, is refused with the reason")
    void absent() throws Exception {
        KnownHolder silent =
                KnownHolder.unknown(BUYER.getOwningKey(), BUYER, "Buyer has presented no credentials in time.");
        assertThat(objections(identityAndKyc().check(facts(Operation.TRANSFER, silent))))
                .extracting(Finding::getReason)
                .containsExactly("Buyer has presented no credentials in time.");
        assertThat(objections(identityAndKyc().check(facts(Operation.TRANSFER))))
                .hasSize(1);
        assertThat(objections(identityAndKyc()
                        .check(facts(Operation.TRANSFER, holder(BUYER, claim(ClaimKind.LEGAL_IDENTITY))))))
                .extracting(Finding::getReason)
                .containsExactly("Buyer has presented no KYC.");
    }

    @Test
    @DisplayName("who only gives is judged if the operator wants that, and in a redemption only then")
    void givers() throws Exception {
        assertThat(objections(identityAndKyc().check(facts(Operation.TRANSFER, sound(BUYER)))))
                .isEmpty();
        PresentedCredentials strict = check("kinds", Collections.singletonList("KYC"), "judged", "parties");
        assertThat(objections(strict.check(facts(Operation.TRANSFER, sound(BUYER)))))
                .hasSize(1);
        assertThat(objections(strict.check(facts(Operation.TRANSFER, sound(BUYER), sound(SELLER)))))
                .isEmpty();
        assertThat(identityAndKyc().check(facts(Operation.REDEEM)))
                .extracting(Finding::getResult)
                .containsExactly(FindingResult.NOT_APPLICABLE);
        assertThat(objections(strict.check(facts(Operation.REDEEM)))).hasSize(1);
    }

    @Test
    @DisplayName("who is exempt needs no credentials")
    void exempt() throws Exception {
        PresentedCredentials lenient = check(
                "kinds",
                Collections.singletonList("KYC"),
                "exempt",
                Collections.singletonList(BUYER.getName().toString()));
        assertThat(lenient.check(facts(Operation.TRANSFER)))
                .extracting(Finding::getReasonCode)
                .containsExactly("NOBODY_ACQUIRES");
    }

    @Test
    @DisplayName("wrong settings are refused")
    void settings() {
        for (Object[] wrong : new Object[][] {
            {},
            {"kinds", new ArrayList<>()},
            {"kinds", Collections.singletonList("FAME")},
            {"kinds", Collections.singletonList("KYC"), "judged", "all"},
            {"kinds", Collections.singletonList("KYC"), "exempt", Collections.singletonList("Dealer")},
            {"kinds", Collections.singletonList("KYC"), "kind", "KYC"}
        }) {
            assertThatThrownBy(() -> check(wrong)).isInstanceOf(CheckConfigurationException.class);
        }
    }
}
