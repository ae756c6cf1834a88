package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.oracles.compliance.Attested.JUNE;
import static org.countersign.oracles.compliance.Attested.NOW;
import static org.countersign.oracles.compliance.Attested.holder;
import static org.countersign.oracles.compliance.Attested.identity;
import static org.countersign.oracles.compliance.Attested.kyc;
import static org.countersign.oracles.compliance.Attested.record;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collections;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttestedHolderTest {
    private final AttestedHolder known = holder("LEI-1", identity(1, NOW, "US"), kyc(2));

    @Test
    @DisplayName("Who presents nothing keeps its person, and its claims until they expire")
    void nothing() {
        AttestedHolder after = AttestedHolder.nobody().after(known, NOW);
        assertThat(after.at(NOW).getPerson()).isEqualTo("LEI-1");
        assertThat(after.at(NOW).residence()).contains("US");
        assertThat(after.at(NOW).kycLevel()).isEqualTo(2);
        assertThat(after.at(JUNE.plusMillis(1)).residence()).isEmpty();
        assertThat(after.at(JUNE.plusMillis(1)).getPerson()).isEqualTo("LEI-1");
    }

    @Test
    @DisplayName("Who withholds a kind of credential, or a claim of one, is known by what it showed before")
    void withheld() {
        AttestedHolder onlyKyc = holder("Provider/7", kyc(2)).after(known, NOW);
        assertThat(onlyKyc.getIdentifiers()).containsExactlyInAnyOrder("LEI-1", "Provider/7");
        assertThat(onlyKyc.at(NOW).residence()).contains("US");
        AttestedHolder onlyName = holder(
                        "",
                        Attested.claims(
                                ClaimKind.LEGAL_IDENTITY, 1, NOW, ImmutableMap.of(HolderClaims.LEGAL_NAME, "Ann")))
                .after(known, NOW);
        assertThat(onlyName.at(NOW).residence()).contains("US");
        assertThat(onlyName.at(NOW).text(HolderClaims.LEGAL_NAME)).contains("Ann");
    }

    @Test
    @DisplayName(
            "A credential that was issued later takes the place of one of its kind, and one issued earlier does not")
    void later() {
        AttestedHolder moved =
                holder("LEI-1", identity(5, NOW.plusSeconds(1), "DE")).after(known, NOW);
        assertThat(moved.at(NOW).residence()).contains("DE");
        AttestedHolder back = holder("LEI-1", identity(1, NOW, "US")).after(moved, NOW);
        assertThat(back.at(NOW).residence()).contains("DE");
        assertThat(holder("LEI-1", identity(1, NOW, "US"))
                        .after(moved, JUNE.plusSeconds(1))
                        .ever()
                        .residence())
                .contains("US");
    }

    @Test
    @DisplayName("An authority's own record takes the place of what was presented, and counts while it is there")
    void ownRecord() {
        AttestedHolder recorded =
                holder("client-7", record(HolderClaims.RESIDENCE, "FR")).after(known, NOW);
        assertThat(recorded.getIdentifiers()).containsExactly("client-7");
        assertThat(recorded.at(NOW).residence()).contains("FR");
        assertThat(recorded.at(NOW).kycLevel()).isZero();
        AttestedHolder nameless =
                holder("", record(HolderClaims.RESIDENCE, "FR")).after(known, NOW);
        assertThat(nameless.getIdentifiers()).containsExactly("LEI-1");
        AttestedHolder without = holder("", kyc(2)).after(recorded, NOW);
        assertThat(without.at(NOW).residence()).isEmpty();
        assertThat(without.at(NOW).kycLevel()).isEqualTo(2);
    }

    @Test
    @DisplayName("What expires with the end of a time-window counts in it, and not in one that ends later")
    void expiry() {
        assertThat(known.at(JUNE).residence()).contains("US");
        assertThat(known.at(JUNE.plusNanos(1)).residence()).isEmpty();
        assertThat(known.at(NOW, claims -> claims.getPlace() != 1).residence()).isEmpty();
        assertThat(known.at(NOW, claims -> claims.getPlace() != 1).kycLevel()).isEqualTo(2);
    }

    @Test
    @DisplayName("What is written is read again, and what there is no room for is left out whole")
    void text() {
        AttestedHolder all = holder(
                Arrays.asList("LEI-1", "Provider/7"), identity(1, NOW, "US"), kyc(2), record("sell-lock-up", "a=b"));
        String names = String.join("", AttestedText.names(all));
        String claims = String.join("", AttestedText.claims(all));
        AttestedHolder read = AttestedText.read(names, claims, NOW);
        assertThat(read.getIdentifiers()).containsExactly("LEI-1", "Provider/7");
        assertThat(read.at(NOW)).isEqualTo(all.at(NOW));
        assertThat(read.at(JUNE.plusSeconds(1)).getValues()).isEqualTo(Collections.singletonMap("sell-lock-up", "a=b"));
        assertThat(AttestedText.claims(read)).isEqualTo(AttestedText.claims(all));
        String some = AttestedText.fitting(AttestedText.claims(all), claims.length() - 1);
        assertThat(AttestedText.read(names, some, NOW).at(NOW).getValues())
                .isNotEmpty()
                .hasSizeLessThan(3);
        assertThat(AttestedText.read("client-7", "residence=GB\n", JUNE).at(NOW).residence())
                .contains("GB");
        assertThat(AttestedText.read("", "", JUNE).getIdentifiers()).isEmpty();
    }
}
