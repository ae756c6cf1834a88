package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.GLOBEX;
import static org.countersign.contracts.Cast.IDENTITY;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.REGISTRARS;
import static org.countersign.contracts.Cast.attest;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.TestNode.onLedger;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.RedeemTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.HashAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import org.countersign.contracts.Cast;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.definition.Definitions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.hostile.AnythingGoes;
import org.junit.jupiter.api.Test;

class SecurityTokenContractTransferTest extends LedgerTest {
    private static final List<Integer> FIRST = Collections.singletonList(0);
    private static final List<Integer> SECOND = Collections.singletonList(1);

    @Test
    void aTransferThatKeepsAllRulesIsAccepted() {
        accepted(transfer());
    }

    @Test
    void aTransferOfEverythingIsAccepted() {
        accepted(new Draft()
                .input(onLedger(holding(ACME, 500, DEALER_A)))
                .output(holding(ACME, 500, DEALER_B))
                .reference(ACME)
                .reference(IDENTITY)
                .reference(REGISTRARS)
                .command(new MoveTokenCommand(TYPE, FIRST, FIRST), key(DEALER_A), key(DEALER_B))
                .command(attest(IDENTITY, Operation.TRANSFER, ACME.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, ACME.getRef()))
                .window(Cast.WINDOW));
    }

    @Test
    void aTransferAgainstCashInOneTransactionIsAccepted() {
        accepted(withCash(transfer(), 1, 2));
    }

    @Test
    void theTransferOfTwoSecuritiesWithTheirOwnAttestationsIsAccepted() {
        accepted(withGlobex());
    }

    /** Dealer B pays 40.00 GBP of Issuer Bank's. */
    private static Draft withCash(Draft draft, int input, int output) {
        IssuedTokenType pounds = new IssuedTokenType(ISSUER, new TokenType("GBP", 2));
        FungibleToken paid = new FungibleToken(new Amount<>(4000, pounds), DEALER_B, null);
        return draft.input(onLedger(paid))
                .output(paid.withNewHolder(DEALER_A))
                .command(
                        new MoveTokenCommand(
                                pounds, Collections.singletonList(input), Collections.singletonList(output)),
                        key(DEALER_B));
    }

    private static Draft withGlobex() {
        IssuedTokenType globex = GLOBEX.getState().getData().tokenType();
        return transfer()
                .input(onLedger(holding(GLOBEX, 7, DEALER_B)))
                .output(holding(GLOBEX, 7, DEALER_A))
                .reference(GLOBEX)
                .command(
                        new MoveTokenCommand(globex, SECOND, Collections.singletonList(2)),
                        key(DEALER_B),
                        key(DEALER_A))
                .command(attest(IDENTITY, Operation.TRANSFER, GLOBEX.getRef()))
                .command(attest(REGISTRARS, Operation.TRANSFER, GLOBEX.getRef()));
    }

    @Breaks(SecurityTokenContract.ONLY_SECURITY_TOKENS)
    void aPlainTokenOfTheSecuritysTypeIsRefused() {
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                transfer().output(new FungibleToken(new Amount<>(1, TYPE), MALLORY, null)));
    }

    @Breaks(SecurityTokenContract.ONLY_SECURITY_TOKENS)
    void aSecurityTokenOfATypeThatIsNoSecurityIsRefused() {
        IssuedTokenType pounds = new IssuedTokenType(ISSUER, new TokenType("GBP", 2));
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                transfer().output(new SecurityToken(new Amount<>(1, pounds), MALLORY)));
    }

    @Breaks(SecurityTokenContract.NO_ENCUMBRANCE)
    void anEncumberedHoldingIsRefused() {
        refused(
                SecurityTokenContract.NO_ENCUMBRANCE,
                transfer()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        2,
                                        state.getConstraint()))
                        .output(Draft.stateOf(new AnythingGoes.Trinket())
                                .copy(new AnythingGoes.Trinket(), AnythingGoes.ID, TestNode.NOTARY, 0, TestNode.CODE)));
    }

    @Breaks(SecurityTokenContract.ONE_DEFINITION)
    void aTransferWithoutItsDefinitionIsRefused() {
        refused(SecurityTokenContract.ONE_DEFINITION, transfer().withoutReference(ACME));
        refused(
                SecurityTokenContract.ONE_DEFINITION,
                transfer().withoutReference(ACME).reference(GLOBEX));
    }

    @Breaks(SecurityTokenContract.ONE_DEFINITION)
    void twoVersionsOfTheDefinitionAreRefused() {
        SecurityDefinitionState later = ACME.getState().getData().withStatus(SecurityStatus.FROZEN, "Order 17");
        refused(SecurityTokenContract.ONE_DEFINITION, transfer().reference(onLedger(later)));
    }

    @Breaks(SecurityTokenContract.ACTIVE)
    void aTransferOfAFrozenSecurityIsRefused() {
        SecurityDefinitionState frozen = ACME.getState().getData().withStatus(SecurityStatus.FROZEN, "Order 17");
        StateAndRef<SecurityDefinitionState> reference = onLedger(frozen);
        refused(
                SecurityTokenContract.ACTIVE,
                transfer()
                        .withoutReference(ACME)
                        .reference(reference)
                        .withoutCommands(Attest.class::isInstance)
                        .command(attest(IDENTITY, Operation.TRANSFER, reference.getRef()))
                        .command(attest(REGISTRARS, Operation.TRANSFER, reference.getRef())));
    }

    @Breaks(SecurityTokenContract.ONE_TOKEN_COMMAND)
    void aCommandWithoutHoldingsIsRefused() {
        refused(
                SecurityTokenContract.ONE_TOKEN_COMMAND,
                transfer().command(new RedeemTokenCommand(TYPE, FIRST, FIRST), key(ISSUER)));
        refused(
                SecurityTokenContract.ONE_TOKEN_COMMAND,
                transfer()
                        .command(
                                new IssueTokenCommand(
                                        GLOBEX.getState().getData().tokenType(), FIRST),
                                key(ISSUER)));
    }

    @Breaks(SecurityTokenContract.KNOWN_COMMAND)
    void aTokenCommandThatNobodyKnowsIsRefused() {
        refused(
                SecurityTokenContract.KNOWN_COMMAND,
                transfer()
                        .withoutCommands(TokenCommand.class::isInstance)
                        .command(new Conjure(TYPE, FIRST, Arrays.asList(0, 1)), key(DEALER_A), key(DEALER_B)));
    }

    /** The SDK's contract lets a command pass that is neither issue, move nor redemption. */
    public static final class Conjure extends TokenCommand {
        private final IssuedTokenType token;
        private final List<Integer> inputs;
        private final List<Integer> outputs;

        public Conjure(IssuedTokenType token, List<Integer> inputs, List<Integer> outputs) {
            super(token, inputs, outputs);
            this.token = token;
            this.inputs = inputs;
            this.outputs = outputs;
        }

        @Override
        public IssuedTokenType getToken() {
            return token;
        }

        public List<Integer> getInputs() {
            return inputs;
        }

        public List<Integer> getOutputs() {
            return outputs;
        }
    }

    @Breaks(SecurityTokenContract.ONLY_HOLDINGS_CHANGE)
    void aCommandOfADefinitionOrACommitteeIsRefused() {
        String rule = SecurityTokenContract.ONLY_HOLDINGS_CHANGE;
        refused(rule, transfer().command(new SecurityDefinitionCommand.Unfreeze(Definitions.COURT), key(MALLORY)));
        refused(rule, transfer().command(new SecurityDefinitionCommand.Register(), key(MALLORY)));
        refused(rule, transfer().command(new CommitteeCommand.Form(), key(MALLORY)));
    }

    @Breaks(SecurityTokenContract.NEW_HOLDERS_SIGN)
    void aHolderWhoDoesNotSignIsRefused() {
        refused(SecurityTokenContract.NEW_HOLDERS_SIGN, transfer().withoutSigner(key(DEALER_B)));
        refused(
                SecurityTokenContract.NEW_HOLDERS_SIGN,
                transfer().change(0, SecurityToken.class, token -> token.withNewHolder(MALLORY)));
    }

    @Test
    void aSellerWhoDoesNotSignIsRefused() {
        refusedByPlatform(
                "Required signers does not contain all the current owners",
                transfer().withoutSigner(key(DEALER_A)));
    }

    @Test
    void amountsThatDoNotBalanceAreRefused() {
        refusedByPlatform(
                "MUST EQUAL", transfer().change(0, SecurityToken.class, token -> holding(ACME, 201, DEALER_B)));
        refusedByPlatform(
                "MUST EQUAL", transfer().change(0, SecurityToken.class, token -> holding(ACME, 199, DEALER_B)));
    }

    @Breaks(CodeBinding.OWN_CONTRACT)
    void aHoldingUnderAnotherContractIsRefused() {
        refused(
                CodeBinding.OWN_CONTRACT,
                transfer()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        AnythingGoes.ID,
                                        state.getNotary(),
                                        null,
                                        state.getConstraint())));
    }

    @Breaks(CodeBinding.SAME_CODE)
    void aHoldingBoundToOtherCodeThanItsDefinitionIsRefused() {
        refused(
                CodeBinding.SAME_CODE,
                transfer()
                        .rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        new HashAttachmentConstraint(TestNode.attachment(state.getContract())))));
    }
}
