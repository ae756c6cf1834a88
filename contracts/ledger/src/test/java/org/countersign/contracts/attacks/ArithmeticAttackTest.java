package org.countersign.contracts.attacks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.issue;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 25 as far as holdings go: amounts that are not what they seem. */
class ArithmeticAttackTest extends LedgerTest {
    /** Dealer A moves these input amounts into these output amounts to Dealer B. */
    private static Draft move(List<Amount<IssuedTokenType>> inputs, List<Amount<IssuedTokenType>> outputs) {
        Draft draft = transfer().withoutOutputs();
        inputs.forEach(amount -> draft.input(onLedger(new SecurityToken(amount, DEALER_A))));
        outputs.forEach(amount -> draft.output(new SecurityToken(amount, DEALER_B)));
        List<Integer> consumed = IntStream.range(0, inputs.size() + 1).boxed().collect(Collectors.toList());
        List<Integer> made = IntStream.range(0, outputs.size()).boxed().collect(Collectors.toList());
        return draft.changeCommands(
                MoveTokenCommand.class,
                command -> new Command<>(new MoveTokenCommand(TYPE, consumed, made), command.getSigners()));
    }

    private static Amount<IssuedTokenType> units(long quantity) {
        return new Amount<>(quantity, TYPE);
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 Amounts that overflow when added are refused")
    void overflow() {
        // The transfer's own input is 500; a sum that wraps around would come out at 500 again.
        refusedByPlatform(
                "overflow",
                move(Collections.emptyList(), Arrays.asList(units(Long.MAX_VALUE), units(Long.MAX_VALUE), units(502))));
        refusedByPlatform(
                "overflow", move(Collections.singletonList(units(Long.MAX_VALUE)), Arrays.asList(units(499))));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 Holdings of nothing are refused")
    void zero() {
        refusedByPlatform("ZERO amount", move(Collections.emptyList(), Arrays.asList(units(500), units(0))));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 A negative amount that balances a larger one is refused")
    void negative() throws Exception {
        assertThatThrownBy(() -> units(-1)).hasMessageContaining("Negative amounts are not allowed");
        Amount<IssuedTokenType> negative = units(1);
        Field quantity = Amount.class.getDeclaredField("quantity");
        quantity.setAccessible(true);
        quantity.setLong(negative, -500);
        refusedByPlatform(
                "Negative amounts are not allowed",
                move(Collections.emptyList(), Arrays.asList(units(1000), negative)));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 An amount whose unit is not the security's is refused")
    void wrongUnit() {
        Amount<IssuedTokenType> millions = new Amount<>(500, new BigDecimal("1000000"), TYPE);
        Amount<IssuedTokenType> otherScale = new Amount<>(500, new BigDecimal("1.00"), TYPE);
        for (Amount<IssuedTokenType> wrong : Arrays.asList(millions, otherScale)) {
            refusedByPlatform("Token size mismatch", move(Collections.emptyList(), Collections.singletonList(wrong)));
            refusedByPlatform(
                    "Token size mismatch",
                    issue().change(0, SecurityToken.class, token -> new SecurityToken(wrong, DEALER_A)));
        }
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 A holding that is spent twice in one transaction is refused")
    void duplicateInput() {
        StateAndRef<SecurityToken> holding = onLedger(Cast.holding(ACME, 500, DEALER_A));
        refusedByPlatform(
                "Duplicate input states detected", transfer().input(holding).input(holding));
        refusedByPlatform(
                "be both an input and a reference", transfer().input(holding).reference(holding));
    }

    @Test
    @Tag("attack-25")
    @DisplayName("25 An issue beyond the authorised quantity is refused, in one piece and in many")
    void beyondAuthorised() {
        refused(SecurityTokenContract.WITHIN_AUTHORISED, issueOf(units(1_000_001)));
        refused(SecurityTokenContract.WITHIN_AUTHORISED, issueOf(units(999_999), units(1), units(1)));
    }

    @SafeVarargs
    private static Draft issueOf(Amount<IssuedTokenType>... amounts) {
        Draft draft = issue().withoutOutputs();
        for (Amount<IssuedTokenType> amount : amounts) {
            draft.output(new SecurityToken(amount, DEALER_A));
        }
        List<Integer> made = IntStream.range(0, amounts.length).boxed().collect(Collectors.toList());
        List<Party> signers = Arrays.asList(ISSUER, DEALER_A);
        return draft.changeCommands(
                IssueTokenCommand.class,
                command -> new Command<>(
                        new IssueTokenCommand(TYPE, made),
                        signers.stream().map(Cast::key).collect(Collectors.toList())));
    }
}
