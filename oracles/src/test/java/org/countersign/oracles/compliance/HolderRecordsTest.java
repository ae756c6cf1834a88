package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.oracles.compliance.Attested.JUNE;
import static org.countersign.oracles.compliance.Attested.NOW;
import static org.countersign.oracles.compliance.Attested.holder;
import static org.countersign.oracles.compliance.Attested.identity;
import static org.countersign.oracles.compliance.Attested.record;

import com.google.common.collect.ImmutableMap;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Cast;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HolderRecordsTest {
    private static final Party BANK = Cast.party("Bank", "GB");
    private static final PublicKey OWN = BANK.getOwningKey();
    private static final PublicKey CLIENT = Cast.party("a client's key", "GB").getOwningKey();
    private static final ClaimsSource PRESENTED =
            (key, party) -> Optional.of(holder("Provider/7", identity(1, NOW, "DE")));
    private static final ClaimsSource NOTHING = (key, party) -> Optional.empty();

    @Test
    @DisplayName("An own record goes before what is presented, and of whom neither knows anything nothing is attested")
    void sources() throws Exception {
        ClaimsSource own = (key, party) -> key.equals(OWN)
                ? Optional.of(holder("bank-1", record(HolderClaims.RESIDENCE, "FR")))
                : Optional.empty();
        HolderRecords records = new HolderRecords(own, PRESENTED);
        assertThat(records.attested(OWN, BANK).at(NOW).residence()).contains("FR");
        assertThat(records.attested(CLIENT, BANK).at(NOW).residence()).contains("DE");
        assertThat(new HolderRecords(null, NOTHING).find(OWN, BANK)).isEmpty();
        assertThat(new HolderRecords(null, NOTHING).attested(OWN, BANK).at(NOW)).isEqualTo(HolderClaims.none());
    }

    @Test
    @DisplayName(
            "Whose client a key is the authority sees itself, whatever is said; a member's own key has no custodian")
    void custodian() throws Exception {
        HolderRecords presented = new HolderRecords(null, PRESENTED);
        assertThat(presented.attested(CLIENT, BANK).at(NOW).text(HolderClaims.CUSTODIAN))
                .contains(BANK.getName().toString());
        assertThat(presented.attested(CLIENT, BANK).at(JUNE.plusSeconds(1)).text(HolderClaims.CUSTODIAN))
                .contains(BANK.getName().toString());
        assertThat(presented.attested(OWN, BANK).at(NOW).text(HolderClaims.CUSTODIAN))
                .isEmpty();
        HolderRecords another = new HolderRecords(
                (key, party) -> Optional.of(holder("", record(HolderClaims.CUSTODIAN, "Another"))), NOTHING);
        assertThat(another.attested(CLIENT, BANK).at(NOW).text(HolderClaims.CUSTODIAN))
                .contains(BANK.getName().toString());
        assertThat(another.attested(OWN, BANK).at(NOW).text(HolderClaims.CUSTODIAN))
                .contains("Another");
        assertThat(new HolderRecords(null, NOTHING)
                        .attested(CLIENT, BANK)
                        .at(NOW)
                        .text(HolderClaims.CUSTODIAN))
                .contains(BANK.getName().toString());
    }

    @Test
    @DisplayName("What is presented counts by kind, each until it expires; what never came into force does not")
    void presented() {
        TransferFacts facts = Cast.facts(Aspect.COMPLIANCE, Operation.TRANSFER, BANK)
                .withHolders(Collections.singletonList(KnownHolder.of(
                        OWN,
                        BANK,
                        Arrays.asList(
                                credential(ClaimKind.KYC, ClaimStanding.IN_FORCE, JUNE, "kyc_level", "2"),
                                credential(ClaimKind.TAX_RESIDENCE, ClaimStanding.LAPSED, JUNE, "tax_residence", "DE"),
                                credential(
                                        ClaimKind.BIRTH_DATE,
                                        ClaimStanding.LAPSED,
                                        Instant.parse("2026-02-01T00:00:00Z"),
                                        "birth_date",
                                        "1980-01-01"),
                                credential(
                                        ClaimKind.POLITICAL_EXPOSURE,
                                        ClaimStanding.REVOKED,
                                        JUNE,
                                        "politically_exposed",
                                        "false")))));
        AttestedHolder found = new PresentedClaims(facts).find(OWN, BANK).get();
        assertThat(found.at(NOW).getValues()).isEqualTo(ImmutableMap.of("kyc_level", "2"));
        assertThat(found.ever().birthDate()).isPresent();
        assertThat(found.ever().getValues()).containsOnlyKeys("kyc_level", "birth_date");
        assertThat(found.getIdentifiers()).containsExactly("Provider/7");
        assertThat(found.getClaims()).extracting(AttestedClaims::getList).contains(Attested.LIST);
    }

    private static VerifiedClaim credential(
            ClaimKind kind, ClaimStanding standing, Instant expires, String name, String value) {
        return new VerifiedClaim(
                        kind,
                        "Provider",
                        "7",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        expires,
                        standing,
                        ImmutableMap.of(name, value))
                .listed(Attested.LIST, 3);
    }

    @Test
    @DisplayName("For a question what was known before has to do; of whom nothing is known it is not known")
    void remembered() throws Exception {
        RememberedClaims remembered = new RememberedClaims(
                ImmutableMap.of(OWN, new HolderClaims("LEI", ImmutableMap.of(HolderClaims.RESIDENCE, "DE"))));
        assertThat(remembered.find(OWN, BANK).get().at(NOW).residence()).contains("DE");
        assertThat(remembered.find(OWN, BANK).get().getIdentifiers()).containsExactly("LEI");
        assertThat(new HolderRecords(null, remembered).find(CLIENT, BANK)).isEmpty();
    }
}
