package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.transfer;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.commands.TokenCommand;
import com.r3.corda.lib.tokens.contracts.states.EvolvableTokenType;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.states.NonFungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.Arrays;
import java.util.Collections;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.contracts.Cast;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.definition.SecurityDefinitionState;

/** What the SDK's equality leaves out of a token's type. */
class SecurityTokenContractTypeTest extends LedgerTest {
    private static final UniqueIdentifier ID = Cast.ACME.getState().getData().getLinearId();
    private static final Party ISSUER = Cast.ISSUER;

    private static IssuedTokenType type(Party issuer, UniqueIdentifier id, boolean resolved, int fractionDigits) {
        return new IssuedTokenType(
                issuer,
                new TokenPointer<>(new LinearPointer<>(id, SecurityDefinitionState.class, resolved), fractionDigits));
    }

    private static Draft transferOf(IssuedTokenType type) {
        return transfer().change(0, SecurityToken.class, token -> new SecurityToken(new Amount<>(200, type), DEALER_B));
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void aDigestThatIsNotTheDefinitionsIsRefused() {
        UniqueIdentifier other = Cast.GLOBEX.getState().getData().getLinearId();
        refused(
                SecurityTokenContract.TRUE_POINTER,
                transferOf(type(ISSUER, new UniqueIdentifier(other.getExternalId(), ID.getId()), true, 0)));
        refused(
                SecurityTokenContract.TRUE_POINTER,
                transferOf(type(ISSUER, new UniqueIdentifier(null, ID.getId()), true, 0)));
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void anIssuerOfAnotherNameIsRefused() {
        Party renamed = new Party(MALLORY.getName(), key(ISSUER));
        refused(SecurityTokenContract.TRUE_POINTER, transferOf(type(renamed, ID, true, 0)));
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void aPointerThatIsNotResolvedIsRefused() {
        refused(SecurityTokenContract.TRUE_POINTER, transferOf(type(ISSUER, ID, false, 0)));
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void aCommandWithAnotherTypeThanItsHoldingsIsRefused() {
        IssuedTokenType other = new IssuedTokenType(
                ISSUER, new TokenPointer<>(new LinearPointer<>(ID, EvolvableTokenType.class, true), 0));
        refused(
                SecurityTokenContract.TRUE_POINTER,
                transfer()
                        .changeCommands(
                                MoveTokenCommand.class,
                                command -> new Command<>(
                                        new MoveTokenCommand(other, Collections.singletonList(0), Arrays.asList(0, 1)),
                                        command.getSigners())));
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void anotherIssuersTokenOfTheSameSecurityIsRefused() {
        refusedWhenIssued(type(MALLORY, ID, true, 0), MALLORY);
    }

    @Breaks(SecurityTokenContract.TRUE_POINTER)
    void otherFractionDigitsAreRefused() {
        refusedWhenIssued(type(ISSUER, ID, true, 2), ISSUER);
    }

    private static void refusedWhenIssued(IssuedTokenType type, Party issuer) {
        refused(
                SecurityTokenContract.TRUE_POINTER,
                Holdings.issue()
                        .withoutCommands(TokenCommand.class::isInstance)
                        .withoutOutputs()
                        .output(new SecurityToken(new Amount<>(5, type), MALLORY))
                        .command(new IssueTokenCommand(type, Collections.singletonList(0)), key(issuer), key(MALLORY)));
    }

    @Breaks(SecurityTokenContract.ONLY_SECURITY_TOKENS)
    void tokensThatAWalletWouldTakeForTheSecurityAreRefused() {
        TokenType sameIdentifier = new TokenType(ID.getId().toString(), 0);
        TokenType otherClass = new TokenPointer<>(new LinearPointer<>(ID, EvolvableTokenType.class, true), 0);
        for (TokenType lookAlike : Arrays.asList(sameIdentifier, otherClass)) {
            IssuedTokenType type = new IssuedTokenType(MALLORY, lookAlike);
            refused(
                    SecurityTokenContract.ONLY_SECURITY_TOKENS,
                    withIssue(type).output(new FungibleToken(new Amount<>(1, type), MALLORY, null)));
            refused(
                    SecurityTokenContract.ONLY_SECURITY_TOKENS,
                    withIssue(type).output(new NonFungibleToken(type, MALLORY, new UniqueIdentifier(), null)));
        }
        IssuedTokenType nested = new IssuedTokenType(MALLORY, TYPE);
        refused(
                SecurityTokenContract.ONLY_SECURITY_TOKENS,
                withIssue(nested).output(new FungibleToken(new Amount<>(1, nested), MALLORY, null)));
    }

    @Breaks(SecurityTokenContract.ONE_TOKEN_COMMAND)
    void aCommandForALookAlikeThatIsNotThereIsRefused() {
        TokenType sameIdentifier = new TokenType(ID.getId().toString(), 0);
        refused(SecurityTokenContract.ONE_TOKEN_COMMAND, withIssue(new IssuedTokenType(MALLORY, sameIdentifier)));
    }

    /** A transfer with Mallory's issue of something as its third output. */
    private static Draft withIssue(IssuedTokenType type) {
        return transfer().command(new IssueTokenCommand(type, Collections.singletonList(2)), key(MALLORY));
    }
}
