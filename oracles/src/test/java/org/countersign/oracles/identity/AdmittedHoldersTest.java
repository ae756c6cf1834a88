package org.countersign.oracles.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Collections;
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

class AdmittedHoldersTest {
    private static final Party BANK = Cast.party("Bank", "GB");
    private static final Party STRANGER = Cast.party("Stranger", "GB");

    private static Finding judge(Iterable<String> admitted, Party... parties) throws CheckConfigurationException {
        AdmittedHolders check = new AdmittedHolders();
        check.configure(new CheckConfiguration("checks." + check.name(), ImmutableMap.of("holders", admitted)));
        return check.check(Cast.facts(Aspect.IDENTITY, Operation.TRANSFER, parties))
                .get(0);
    }

    @Test
    @DisplayName("All parties must be on the list, and who is not is named")
    void everyPartyMustBeAdmitted() throws CheckConfigurationException {
        assertThat(judge(Collections.singletonList(BANK.getName().toString()), BANK)
                        .getResult())
                .isEqualTo(FindingResult.MET);
        Finding refused = judge(Collections.singletonList(BANK.getName().toString()), BANK, STRANGER);
        assertThat(refused.getResult()).isEqualTo(FindingResult.NOT_MET);
        assertThat(refused.getReason()).isEqualTo("Stranger is not an admitted holder.");
    }

    @Test
    @DisplayName("With an empty list nobody is admitted, and a transaction of nobody is not judged")
    void nobodyIsAdmittedByDefault() throws CheckConfigurationException {
        assertThat(judge(Collections.emptyList(), BANK).isPassed()).isFalse();
        assertThat(judge(Collections.singletonList(BANK.getName().toString())).getReason())
                .isEqualTo("The transaction names no holder that could be judged.");
    }

    @Test
    @DisplayName("A list with what is no X.500 name is refused")
    void namesAreNames() {
        assertThatThrownBy(() -> judge(Arrays.asList("Bank")))
                .isInstanceOf(CheckConfigurationException.class)
                .hasMessageContaining("has the item 'Bank'. Give X.500 names");
    }
}
