package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Cast;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PermittedJurisdictionsTest {
    private static Finding judge(Map<String, Object> settings, Operation operation, Party... holders)
            throws CheckConfigurationException {
        PermittedJurisdictions check = new PermittedJurisdictions();
        check.configure(new CheckConfiguration("checks." + check.name(), settings));
        return check.check(Cast.facts(Aspect.COMPLIANCE, operation, holders)).get(0);
    }

    private static Map<String, Object> list(String setting, String... codes) {
        return ImmutableMap.of(setting, Arrays.asList(codes));
    }

    @Test
    @DisplayName("Every holder must be of a permitted country if some are named")
    void onlyPermittedCountries() throws CheckConfigurationException {
        Party british = Cast.party("Bank", "GB");
        Party french = Cast.party("Banque", "FR");
        assertThat(judge(list("permitted", "GB", "FR"), Operation.TRANSFER, british, french)
                        .getResult())
                .isEqualTo(FindingResult.MET);
        Finding refused = judge(list("permitted", "GB"), Operation.ISSUE, british, french);
        assertThat(refused.getResult()).isEqualTo(FindingResult.NOT_MET);
        assertThat(refused.getReason()).isEqualTo("Banque is of FR, where the security may not be held.");
    }

    @Test
    @DisplayName("Nobody of a barred country may hold, also one that is permitted")
    void noBarredCountries() throws CheckConfigurationException {
        Party french = Cast.party("Banque", "FR");
        assertThat(judge(list("barred", "KP"), Operation.TRANSFER, french).getResult())
                .isEqualTo(FindingResult.MET);
        Map<String, Object> both = ImmutableMap.of(
                "barred", Collections.singletonList("FR"), "permitted", Collections.singletonList("FR"));
        assertThat(judge(both, Operation.TRANSFER, french).getResult()).isEqualTo(FindingResult.NOT_MET);
    }

    @Test
    @DisplayName("A redemption is not judged, a transfer to nobody is refused")
    void whoHoldsNothingIsNotJudged() throws CheckConfigurationException {
        assertThat(judge(list("permitted", "GB"), Operation.REDEEM, Cast.party("Banque", "FR"))
                        .getResult())
                .isEqualTo(FindingResult.NOT_APPLICABLE);
        assertThat(judge(list("permitted", "GB"), Operation.TRANSFER).getResult())
                .isEqualTo(FindingResult.NOT_MET);
    }

    @Test
    @DisplayName("Settings without a country, or with one that ISO 3166-1 does not know, are refused")
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> judge(Collections.emptyMap(), Operation.TRANSFER))
                .hasMessageContaining("permitted and barred name no country");
        for (String wrong : new String[] {"gb", "UK", "GBR", ""}) {
            assertThatThrownBy(() -> judge(list("barred", wrong), Operation.TRANSFER))
                    .as(wrong)
                    .isInstanceOf(CheckConfigurationException.class);
        }
        assertThatThrownBy(() -> judge(list("permited", "GB"), Operation.TRANSFER))
                .hasMessageContaining("permited is not known");
    }
}
