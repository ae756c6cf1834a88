package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.validation.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonsTest {
    private static final PublicKey ONE = Cast.party("One", "GB").getOwningKey();
    private static final PublicKey TWO = Cast.party("Two", "GB").getOwningKey();
    private static final PublicKey THREE = Cast.party("Three", "GB").getOwningKey();
    private static final PublicKey FOUR = Cast.party("Four", "GB").getOwningKey();

    private static HolderClaims called(String... names) {
        return new HolderClaims(
                names.length == 0 ? "" : names[0], Arrays.asList(names), Collections.singletonMap("lei", "x"));
    }

    @Test
    @DisplayName("Keys that share a name are one person's, also by way of others, and know all of its names")
    void joined() {
        Map<PublicKey, HolderClaims> joined = Persons.joined(ImmutableMap.of(
                ONE, called("5493000IBP32UQZ0KL24"),
                TWO, called("Provider/7", "Other/a"),
                THREE, called("5493000IBP32UQZ0KL24", "Provider/7"),
                FOUR, called("Provider/8")));
        assertThat(joined.get(ONE).getPerson())
                .isEqualTo("5493000IBP32UQZ0KL24")
                .isEqualTo(joined.get(TWO).getPerson())
                .isEqualTo(joined.get(THREE).getPerson());
        assertThat(joined.get(ONE).getIdentifiers())
                .containsExactlyInAnyOrder("5493000IBP32UQZ0KL24", "Provider/7", "Other/a");
        assertThat(joined.get(FOUR).getPerson()).isEqualTo("Provider/8");
        assertThat(joined.get(TWO).text("lei")).contains("x");
        assertThat(Persons.keysOf(ImmutableSet.of(TWO), joined)).containsExactlyInAnyOrder(ONE, TWO, THREE);
    }

    @Test
    @DisplayName("Keys of nobody that is known are nobody's together")
    void nameless() {
        Map<PublicKey, HolderClaims> joined = Persons.joined(ImmutableMap.of(ONE, called(), TWO, called()));
        assertThat(joined.get(ONE).getPerson()).isEmpty();
        assertThat(Persons.keysOf(ImmutableSet.of(ONE), joined)).containsExactly(ONE);
    }

    @Test
    @DisplayName("A key keeps the names that it had when it shows others now, or none")
    void named() {
        assertThat(Persons.named(called("LEI"), HolderClaims.none()).getIdentifiers())
                .containsExactly("LEI");
        assertThat(Persons.named(called("LEI"), called("Provider/7")).getIdentifiers())
                .containsExactlyInAnyOrder("LEI", "Provider/7");
    }
}
