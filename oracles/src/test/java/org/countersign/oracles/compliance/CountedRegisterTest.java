package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.oracles.validation.Cast;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.RegisterTold;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ann has two keys, Bob one; of one key no person is known, and two keys the authority does not know at all. */
class CountedRegisterTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final PublicKey ANN = Cast.party("Ann", "DE").getOwningKey();
    private static final PublicKey ANN_TOO = Cast.party("Ann Too", "DE").getOwningKey();
    private static final PublicKey BOB = Cast.party("Bob", "FR").getOwningKey();
    private static final PublicKey NAMELESS = Cast.party("Nameless", "FR").getOwningKey();
    private static final List<PublicKey> KEYS = Arrays.asList(ANN, ANN_TOO, BOB, NAMELESS);

    private static CountedRegister after(List<Lot> surrendered, List<Lot> received) {
        RegisterQuestion question = new RegisterQuestion(
                new UniqueIdentifier(),
                KEYS,
                Collections.emptyList(),
                Arrays.asList(ANN, ANN_TOO),
                Collections.singletonList(SINCE));
        // With two fraction digits: 1.00, 2.50, nothing, 0.50, and 6.00 for the two others.
        RegisterTold told = new RegisterTold(
                1000, Collections.emptyList(), Arrays.asList(100L, 250L, 0L, 50L), 2, Arrays.asList(7L, 30L));
        assertThat(told.answers(question)).isTrue();
        return new CountedRegister(question, told, 2, claims(), surrendered, received);
    }

    private static Map<PublicKey, HolderClaims> claims() {
        Map<PublicKey, HolderClaims> claims = new LinkedHashMap<>();
        claims.put(ANN, new HolderClaims("ann", ImmutableMap.of(HolderClaims.RESIDENCE, "DE")));
        claims.put(ANN_TOO, new HolderClaims("ann", Collections.emptyMap()));
        claims.put(BOB, new HolderClaims("bob", ImmutableMap.of(HolderClaims.RESIDENCE, "FR")));
        claims.put(NAMELESS, HolderClaims.none());
        return claims;
    }

    private static Lot lot(PublicKey holder, String quantity) {
        return new Lot(holder, new BigDecimal(quantity), SINCE, SINCE);
    }

    private static boolean resides(HolderClaims claims, String country) {
        return claims.residence().filter(country::equals).isPresent();
    }

    @Test
    @DisplayName("a person counts once, a key without a person for itself, and so do those who are not known")
    void persons() {
        CountedRegister register = after(Collections.emptyList(), Collections.emptyList());
        assertThat(register.countHolders(claims -> true)).isEqualTo(4);
        assertThat(register.countHolders(claims -> resides(claims, "DE"))).isEqualTo(1);
        assertThat(register.countHolders(claims -> resides(claims, "FR"))).isZero();
        // Of whom nothing is attested: the nameless and the two others.
        assertThat(register.countHolders(claims -> !claims.residence().isPresent()))
                .isEqualTo(4);
        assertThat(register.holdingOf(ANN)).isEqualByComparingTo("3.50");
        assertThat(register.holdingOf(ANN_TOO)).isEqualByComparingTo("3.50");
        assertThat(register.getOutstanding()).isEqualByComparingTo("10");
    }

    @Test
    @DisplayName("what persons hold together, those who are not known included where the kind includes them")
    void together() {
        CountedRegister register = after(Collections.emptyList(), Collections.emptyList());
        assertThat(register.heldBy(claims -> resides(claims, "DE"))).isEqualByComparingTo("3.50");
        assertThat(register.heldBy(claims -> !claims.residence().isPresent())).isEqualByComparingTo("10.00");
        assertThat(register.heldBy(claims -> true)).isEqualByComparingTo("10.00");
    }

    @Test
    @DisplayName("all figures are those after the movement")
    void afterTheMovement() {
        CountedRegister register =
                after(Arrays.asList(lot(ANN, "1"), lot(ANN_TOO, "2.50")), Collections.singletonList(lot(BOB, "3.50")));
        assertThat(register.countHolders(claims -> resides(claims, "FR"))).isEqualTo(1);
        assertThat(register.countHolders(claims -> resides(claims, "DE"))).isZero();
        assertThat(register.holdingOf(BOB)).isEqualByComparingTo("3.50");
        assertThat(register.getOutstanding()).isEqualByComparingTo("10");
        CountedRegister issue = after(Collections.emptyList(), Collections.singletonList(lot(BOB, "5")));
        assertThat(issue.getOutstanding()).isEqualByComparingTo("15");
        CountedRegister redemption =
                after(Collections.singletonList(lot(ANN, "1")), Collections.singletonList(lot(ANN, "0.25")));
        assertThat(redemption.getOutstanding()).isEqualByComparingTo("9.25");
    }

    @Test
    @DisplayName("the volume is that of all keys of the person, the movement included and its change left out")
    void volume() {
        CountedRegister register =
                after(Collections.singletonList(lot(ANN, "1")), Arrays.asList(lot(ANN, "0.40"), lot(BOB, "0.60")));
        assertThat(register.disposedOf(ANN, SINCE)).isEqualByComparingTo("0.97");
        assertThat(register.disposedOf(ANN_TOO, SINCE)).isEqualByComparingTo("0.97");
        assertThatThrownBy(() -> register.disposedOf(ANN, SINCE.plusSeconds(1))).hasMessageContaining("were not asked");
    }

    @Test
    @DisplayName("what a person moved between its own keys before counts as disposed of, for the register knows keys")
    void ownAccountsBefore() {
        CountedRegister register =
                after(Collections.singletonList(lot(ANN, "1")), Collections.singletonList(lot(ANN_TOO, "1")));
        // The 0.07 and 0.30 of before, wherever they went; nothing of this movement, which stays with Ann.
        assertThat(register.disposedOf(ANN, SINCE)).isEqualByComparingTo("0.37");
        assertThat(register.holdingOf(ANN)).isEqualByComparingTo("3.50");
    }

    @Test
    @DisplayName("of two newcomers at once neither is counted for the other")
    void twoAtOnce() {
        PublicKey dora = Cast.party("Dora", "FR").getOwningKey();
        assertThat(after(Collections.singletonList(lot(ANN, "1")), Collections.singletonList(lot(BOB, "1")))
                        .countHolders(claims -> true))
                .isEqualTo(5);
        assertThat(after(Collections.singletonList(lot(ANN, "1")), Collections.singletonList(lot(dora, "1")))
                        .countHolders(claims -> true))
                .isEqualTo(5);
    }

    @Test
    @DisplayName("an answer that does not fit the question or itself is not used")
    void unsound() {
        RegisterQuestion question = new RegisterQuestion(
                new UniqueIdentifier(),
                Collections.singletonList(ANN),
                Collections.emptyList(),
                Collections.emptyList(),
                Collections.emptyList());
        assertThat(told(10, 10, 0).answers(question)).isTrue();
        assertThat(told(10, 4, 6).answers(question)).isTrue();
        assertThat(told(10, 4, 7).answers(question)).isFalse();
        assertThat(told(10, 4, 0).answers(question)).isFalse();
        assertThat(told(10, 11, 0).answers(question)).isFalse();
        assertThat(told(10, -1, 1).answers(question)).isFalse();
        assertThat(told(-1, 0, 0).answers(question)).isFalse();
        assertThat(new RegisterTold(0, Collections.emptyList(), Collections.emptyList(), 0, Collections.emptyList())
                        .answers(question))
                .isFalse();
        assertThat(new RegisterTold(
                                0,
                                Collections.emptyList(),
                                Collections.singletonList(0L),
                                0,
                                Collections.singletonList(5L))
                        .answers(question))
                .isFalse();
    }

    private static RegisterTold told(long outstanding, long held, int others) {
        return new RegisterTold(
                outstanding, Collections.emptyList(), Collections.singletonList(held), others, Collections.emptyList());
    }
}
