package org.countersign.oracles.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.position.HeldQuantity;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.PositionQuery;
import org.countersign.workflows.position.SecurityPositions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an authority makes of the registrars' answers; how it gets them is tested on a network. */
class RegistrarPositionsTest {
    private static final UniqueIdentifier ACME = Trade.ACME.getLinearId();
    private static final UniqueIdentifier NOTE = Trade.NOTE.getLinearId();

    /** Dealer A gives 60 of its 100 to dealer B and keeps 40. */
    private static final TransferFacts SALE = Trade.transfer(Trade.ACME, "0")
            .outputs(Trade.DEALER_A, "40")
            .outputs(Trade.DEALER_B, "60")
            .facts();

    private static HeldQuantity held(Party holder, long quantity, long input) {
        return new HeldQuantity(holder, quantity, input);
    }

    private static PositionAnswer answer(long outstanding, HeldQuantity... quantities) {
        return new PositionAnswer(
                Collections.singletonList(new SecurityPositions(ACME, outstanding, Arrays.asList(quantities))));
    }

    private static String told(List<Position> positions) {
        return positions.stream()
                .map(position -> position.getHolder().getName().getOrganisation() + " "
                        + position.getBefore().toPlainString() + " to "
                        + position.getAfter().toPlainString() + " of "
                        + position.getOutstanding().toPlainString())
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("after is before less the inputs and more by the outputs")
    void afterIsReckoned() {
        List<Position> positions = new Reckoning(SALE, Trade.ACME)
                .positions(Collections.singletonList(
                        answer(1000, held(Trade.DEALER_A, 100, 100), held(Trade.DEALER_B, 5, 0))));
        assertThat(told(positions)).isEqualTo("Dealer A 100 to 40 of 1000, Dealer B 5 to 65 of 1000");
    }

    @Test
    @DisplayName("of answers that differ the largest positions and the smallest amount in issue count")
    void theStrictestCounts() {
        List<Position> positions = new Reckoning(SALE, Trade.ACME)
                .positions(Arrays.asList(
                        answer(1000, held(Trade.DEALER_A, 100, 100)),
                        answer(900, held(Trade.DEALER_A, 100, 100), held(Trade.DEALER_B, 7, 0))));
        assertThat(told(positions)).isEqualTo("Dealer A 100 to 40 of 900, Dealer B 7 to 67 of 900");
    }

    @Test
    @DisplayName("one registrar who tells too little loosens nothing")
    void aLiarLoosensNothing() {
        PositionAnswer honest = answer(1000, held(Trade.DEALER_A, 100, 100), held(Trade.DEALER_B, 700, 0));
        PositionAnswer lie = answer(1_000_000, held(Trade.DEALER_A, 100, 100));
        assertThat(told(new Reckoning(SALE, Trade.ACME).positions(Arrays.asList(lie, honest))))
                .isEqualTo("Dealer A 100 to 40 of 1000, Dealer B 700 to 760 of 1000");
    }

    @Test
    @DisplayName("other securities stay as they are, and nothing of them is left out")
    void otherSecurities() {
        PositionAnswer answer = new PositionAnswer(Collections.singletonList(
                new SecurityPositions(NOTE, 50, Collections.singletonList(held(Trade.DEALER_B, 20, 0)))));
        assertThat(told(new Reckoning(SALE, Trade.NOTE).positions(Collections.singletonList(answer))))
                .isEqualTo("Dealer B 20 to 20 of 50");
    }

    @Test
    @DisplayName("an answer whose inputs are not what the operation needs does not count")
    void conservation() {
        PositionAnswer hundred = answer(1000, held(Trade.DEALER_A, 100, 100));
        PositionAnswer none = answer(1000, held(Trade.DEALER_A, 100, 0));
        assertThat(new Conservation(Operation.TRANSFER, ACME, 100).fits(hundred))
                .isTrue();
        // Somebody claims that the inputs are more, or less, than the registrar knows them to be.
        assertThat(new Conservation(Operation.TRANSFER, ACME, 101).fits(hundred))
                .isFalse();
        assertThat(new Conservation(Operation.TRANSFER, ACME, 99).fits(hundred)).isFalse();
        assertThat(new Conservation(Operation.ISSUE, ACME, 100).fits(none)).isTrue();
        assertThat(new Conservation(Operation.ISSUE, ACME, 100).fits(hundred)).isFalse();
        assertThat(new Conservation(Operation.REDEEM, ACME, 40).fits(hundred)).isTrue();
        assertThat(new Conservation(Operation.REDEEM, ACME, 100).fits(hundred)).isFalse();
        assertThat(new Conservation(Operation.TRANSFER, NOTE, 1).fits(hundred)).isTrue();
        // Told by somebody who would have the sum come to anything.
        PositionAnswer beyond = answer(
                Long.MAX_VALUE,
                held(Trade.DEALER_A, Long.MAX_VALUE, Long.MAX_VALUE),
                held(Trade.DEALER_B, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(new Conservation(Operation.TRANSFER, ACME, -2).fits(beyond)).isFalse();
        assertThat(new Conservation(Operation.TRANSFER, ACME, 100).fits(beyond)).isFalse();
    }

    @Test
    @DisplayName("an answer has to fit its question and to make sense")
    void nonsense() {
        PositionQuery query = new PositionQuery(
                Collections.singletonList(ACME),
                Arrays.asList(Trade.DEALER_A, Trade.DEALER_B),
                Collections.emptyList());
        assertThat(answer(10, held(Trade.DEALER_A, 10, 5)).answers(query)).isTrue();
        assertThat(answer(0).answers(query)).isTrue();
        assertThat(answer(10, held(Trade.ISSUER, 1, 0)).answers(query)).isFalse();
        assertThat(answer(10, held(Trade.DEALER_A, 1, 0), held(Trade.DEALER_A, 2, 0))
                        .answers(query))
                .isFalse();
        assertThat(answer(10, held(Trade.DEALER_A, 11, 0)).answers(query)).isFalse();
        assertThat(answer(10, held(Trade.DEALER_A, 6, 0), held(Trade.DEALER_B, 5, 0))
                        .answers(query))
                .isFalse();
        assertThat(answer(10, held(Trade.DEALER_A, 1, 2)).answers(query)).isFalse();
        assertThat(answer(10, held(Trade.DEALER_A, 1, -1)).answers(query)).isFalse();
        assertThat(answer(-1).answers(query)).isFalse();
        assertThat(answer(Long.MAX_VALUE, held(Trade.DEALER_A, Long.MAX_VALUE, 0), held(Trade.DEALER_B, 1, 0))
                        .answers(query))
                .isFalse();
        assertThat(new PositionAnswer(Collections.emptyList()).answers(query)).isFalse();
        SecurityPositions none = new SecurityPositions(ACME, 0, Collections.emptyList());
        assertThat(new PositionAnswer(Arrays.asList(none, none)).answers(query)).isFalse();
    }

    @Test
    @DisplayName("quantities count in units of the security")
    void units() {
        assertThat(new Reckoning(SALE, Trade.ACME)
                        .positions(Collections.singletonList(answer(1000, held(Trade.DEALER_A, 100, 100))))
                        .get(0)
                        .getBefore())
                .isEqualByComparingTo(new BigDecimal("100"));
    }

    @Test
    @DisplayName("no question is for more securities than a registrar answers for, and each security is asked once")
    void manySecurities() {
        UniqueIdentifier one = new UniqueIdentifier();
        UniqueIdentifier two = new UniqueIdentifier();
        Map<UniqueIdentifier, UniqueIdentifier> committees = new LinkedHashMap<>();
        for (int security = 0; security < 2 * PositionQuery.MOST_SECURITIES + 1; security++) {
            committees.put(new UniqueIdentifier(), one);
        }
        committees.put(new UniqueIdentifier(), two);
        List<Asked> asked = Asked.of(committees);
        assertThat(asked).extracting(Asked::getCommittee).containsExactly(one, one, one, two);
        assertThat(asked)
                .extracting(question -> question.getSecurities().size())
                .containsExactly(PositionQuery.MOST_SECURITIES, PositionQuery.MOST_SECURITIES, 1, 1);
        assertThat(asked.stream()
                        .flatMap(question -> question.getSecurities().stream())
                        .collect(Collectors.toList()))
                .containsExactlyElementsOf(committees.keySet());
    }
}
