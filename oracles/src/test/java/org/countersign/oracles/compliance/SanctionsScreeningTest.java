package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.compliance.screening.MadeUpLists;
import org.countersign.oracles.validation.Cast;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
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
