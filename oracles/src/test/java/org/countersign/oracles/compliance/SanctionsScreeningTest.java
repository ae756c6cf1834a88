package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Paths;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.compliance.screening.MadeUpLists;
import org.countersign.oracles.validation.Cast;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SanctionsScreeningTest {
    private static Finding judge(Map<String, Object> settings, Operation operation, Party... parties)
            throws CheckConfigurationException {
        SanctionsScreening check = new SanctionsScreening();
        check.configure(new CheckConfiguration("checks." + check.name(), settings));
        return check.check(Cast.facts(Aspect.COMPLIANCE, operation, parties)).get(0);
    }

    @Test
    @DisplayName("Parties that are on no list are clear, and the report keeps the versions of the lists")
    void clear() throws Exception {
        Finding finding =
                judge(MadeUpLists.settings(), Operation.TRANSFER, Cast.party("Bank", "GB"), Cast.party("Fund", "FR"));
        assertThat(finding.getResult()).isEqualTo(FindingResult.MET);
        assertThat(finding.getFigures())
                .extracting(figure -> figure.getName().replaceAll("/.*", ""))
                .contains("entries on OFAC 2026-10-30", "threshold");
    }

    @Test
    @DisplayName("A hit is refused in every operation; whose it is and on which list stands in the journal alone")
    void hit() throws Exception {
        for (Operation operation : new Operation[] {Operation.TRANSFER, Operation.ISSUE, Operation.REDEEM}) {
            Finding finding = judge(
                    MadeUpLists.settings(), operation, Cast.party("Bank", "GB"), Cast.party("Kwangsan Trading", "KP"));
            assertThat(finding.getResult()).isEqualTo(FindingResult.NOT_MET);
            assertThat(finding.getReasonCode()).isEqualTo("SANCTIONS_HIT");
            assertThat(finding.getReason()).doesNotContain("Kwangsan").doesNotContain("UN");
            assertThat(finding.getFigures())
                    .anySatisfy(figure -> assertThat(figure.getName())
                            .contains("score of Kwangsan Trading: UN 2026-10-28/")
                            .contains("entry XXe.001 'Kwang San Trading'"));
        }
    }

    private static Finding judgeClient(VerifiedClaim... presented) throws CheckConfigurationException {
        SanctionsScreening check = new SanctionsScreening();
        check.configure(new CheckConfiguration("checks." + check.name(), MadeUpLists.settings()));
        Party custodian = Cast.party("Custodian", "GB");
        PublicKey client = Cast.party("a client's key", "GB").getOwningKey();
        TransferFacts facts = Cast.facts(Aspect.COMPLIANCE, Operation.TRANSFER, custodian)
                .withKeys(ImmutableMap.of(client, custodian));
        assertThat(check.needs(facts)).containsExactly(FactKind.CLAIMS);
        return check.check(facts.withHolders(
                        Collections.singletonList(KnownHolder.of(client, custodian, Arrays.asList(presented)))))
                .get(0);
    }

    private static VerifiedClaim named(String name, ClaimStanding standing, String expires) {
        return new VerifiedClaim(
                ClaimKind.LEGAL_IDENTITY,
                "Provider",
                "7",
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse(expires),
                standing,
                ImmutableMap.of(HolderClaims.LEGAL_NAME, name));
    }

    @Test
    @DisplayName("A custodian's client is screened by its own name, and without one nobody is clear")
    void client() throws Exception {
        Finding nameless = judgeClient();
        assertThat(nameless.getResult()).isEqualTo(FindingResult.UNDECIDED);
        assertThat(nameless.getReasonCode()).isEqualTo(SanctionsScreening.NAMELESS);
        assertThat(judgeClient(named("Kwangsan Trading", ClaimStanding.IN_FORCE, "2027-01-01T00:00:00Z"))
                        .getReasonCode())
                .isEqualTo(SanctionsScreening.HIT);
        assertThat(judgeClient(named("Ann Falk", ClaimStanding.IN_FORCE, "2027-01-01T00:00:00Z"))
                        .getResult())
                .isEqualTo(FindingResult.MET);
        assertThat(judgeClient(named("Ann Falk", ClaimStanding.REVOKED, "2027-01-01T00:00:00Z"))
                        .getResult())
                .isEqualTo(FindingResult.UNDECIDED);
    }

    @Test
    @DisplayName("A name does not lapse with the credential that it comes from")
    void lapsed() throws Exception {
        assertThat(judgeClient(named("Ann Falk", ClaimStanding.LAPSED, "2026-01-01T00:00:00Z"))
                        .getResult())
                .isEqualTo(FindingResult.MET);
        assertThat(judgeClient(named("Kwangsan Trading", ClaimStanding.LAPSED, "2026-01-01T00:00:00Z"))
                        .getReasonCode())
                .isEqualTo(SanctionsScreening.HIT);
    }

    private static Finding judgeMember(VerifiedClaim... presented) throws CheckConfigurationException {
        SanctionsScreening check = new SanctionsScreening();
        check.configure(new CheckConfiguration("checks." + check.name(), MadeUpLists.settings()));
        Party member = Cast.party("Acme Holdings", "GB");
        TransferFacts facts = Cast.facts(Aspect.COMPLIANCE, Operation.TRANSFER, member)
                .withKeys(ImmutableMap.of(member.getOwningKey(), member));
        assertThat(check.needs(facts)).containsExactly(FactKind.CLAIMS);
        return check.check(facts.withHolders(Collections.singletonList(
                        KnownHolder.of(member.getOwningKey(), member, Arrays.asList(presented)))))
                .get(0);
    }

    @Test
    @DisplayName(
            "A member is screened by its attested legal name beside its X.500 name, and by that alone if it shows none")
    void members() throws Exception {
        assertThat(judgeMember().getResult()).isEqualTo(FindingResult.MET);
        assertThat(judgeMember(named("Acme Holdings plc", ClaimStanding.IN_FORCE, "2027-01-01T00:00:00Z"))
                        .getResult())
                .isEqualTo(FindingResult.MET);
        assertThat(judgeMember(named("Kwangsan Trading", ClaimStanding.IN_FORCE, "2027-01-01T00:00:00Z"))
                        .getReasonCode())
                .isEqualTo(SanctionsScreening.HIT);
    }

    @Test
    @DisplayName("A name in a script that cannot be compared decides nothing, and says what it takes")
    void unreadable() throws Exception {
        for (String name : new String[] {"សុខ សុវណ្ណ", "ສົມຊາຍ", "Ann ⴰⵎⵏⴰⵢ"}) {
            Finding finding = judgeClient(named(name, ClaimStanding.IN_FORCE, "2027-01-01T00:00:00Z"));
            assertThat(finding.getResult()).as(name).isEqualTo(FindingResult.UNDECIDED);
            assertThat(finding.getReasonCode()).as(name).isEqualTo(SanctionsScreening.UNREADABLE);
            assertThat(finding.getReason())
                    .as(name)
                    .contains("name in Latin letters")
                    .doesNotContain(name);
        }
    }

    @Test
    @DisplayName("Without its lists the check decides nothing")
    void withoutLists() throws Exception {
        Map<String, Object> settings = ImmutableMap.of(
                "lists",
                Collections.singletonList(MadeUpLists.setting("UN", "un-xml", Paths.get("nowhere", "un.xml"))));
        Finding finding = judge(settings, Operation.TRANSFER, Cast.party("Bank", "GB"));
        assertThat(finding.getResult()).isEqualTo(FindingResult.UNDECIDED);
        assertThat(finding.getReason()).contains("un.xml").doesNotContain("nowhere");
        assertThat(judge(MadeUpLists.settings(), Operation.TRANSFER).getResult())
                .isEqualTo(FindingResult.NOT_MET);
    }

    @Test
    @DisplayName("Settings that nobody reads are refused")
    void wrongSettings() {
        assertThatThrownBy(() -> judge(ImmutableMap.of("list", "x"), Operation.TRANSFER))
                .isInstanceOf(CheckConfigurationException.class)
                .hasMessageContaining("list is not known");
    }
}
