package org.countersign.contracts.holding;

import static org.countersign.contracts.Cast.ACME;
import static org.countersign.contracts.Cast.DEALER_A;
import static org.countersign.contracts.Cast.DEALER_B;
import static org.countersign.contracts.Cast.ISSUER;
import static org.countersign.contracts.Cast.MALLORY;
import static org.countersign.contracts.Cast.holding;
import static org.countersign.contracts.Cast.key;
import static org.countersign.contracts.holding.Holdings.TYPE;
import static org.countersign.contracts.holding.Holdings.issue;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import java.util.Arrays;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.Command;
import org.countersign.contracts.CodeBinding;
import org.countersign.contracts.Draft;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.junit.jupiter.api.Test;

class SecurityTokenContractIssueTest extends LedgerTest {
    private static Draft issueOf(long quantity) {
        return issue().change(0, SecurityToken.class, token -> holding(ACME, quantity, DEALER_A));
    }

    @Test
    void anIssueThatKeepsAllRulesIsAccepted() {
        accepted(issue());
    }

    @Test
    void anIssueOfAllThatIsAuthorisedIsAccepted() {
        accepted(issueOf(1_000_000));
    }

    @Breaks(SecurityTokenContract.WITHIN_AUTHORISED)
    void anIssueOfMoreThanIsAuthorisedIsRefused() {
        refused(SecurityTokenContract.WITHIN_AUTHORISED, issueOf(1_000_001));
        refused(SecurityTokenContract.WITHIN_AUTHORISED, issueOf(Long.MAX_VALUE));
    }

    @Breaks(SecurityTokenContract.WITHIN_AUTHORISED)
    void anIssueOfMoreThanIsAuthorisedInPiecesIsRefused() {
        refused(SecurityTokenContract.WITHIN_AUTHORISED, inTwo(500_000, 500_001));
        accepted(inTwo(500_000, 500_000));
    }

    private static Draft inTwo(long first, long second) {
        return issueOf(first)
                .output(holding(ACME, second, DEALER_B))
                .changeCommands(
                        IssueTokenCommand.class,
                        command -> new Command<>(
                                new IssueTokenCommand(TYPE, Arrays.asList(0, 1)),
                                Arrays.asList(key(ISSUER), key(DEALER_A), key(DEALER_B))));
    }

    @Test
    void anIssueThatOverflowsIsRefused() {
        refusedByPlatform("overflow", inTwo(Long.MAX_VALUE, 1));
    }

    @Test
    void anIssueWithoutItsIssuerIsRefused() {
        refusedByPlatform("The issuer must be the signing party", issue().withoutSigner(key(ISSUER)));
    }

    @Test
    void anIssueOfNothingIsRefused() {
        refusedByPlatform("an amount > ZERO must be issued", issueOf(0));
        refusedByPlatform("You cannot issue tokens with a zero amount", inTwo(10, 0));
    }

    @Breaks(SecurityTokenContract.NEW_HOLDERS_SIGN)
    void anIssueToSomebodyWhoDoesNotSignIsRefused() {
        refused(SecurityTokenContract.NEW_HOLDERS_SIGN, issue().withoutSigner(key(DEALER_A)));
        refused(
                SecurityTokenContract.NEW_HOLDERS_SIGN,
                issue().change(0, SecurityToken.class, token -> token.withNewHolder(MALLORY)));
    }

    @Breaks(CodeBinding.FIRM_CODE)
    void aHoldingThatAnyCodeMayGuardIsRefused() {
        refused(
                CodeBinding.FIRM_CODE,
                issue().rewrap(
                                0,
                                state -> state.copy(
                                        state.getData(),
                                        state.getContract(),
                                        state.getNotary(),
                                        null,
                                        AlwaysAcceptAttachmentConstraint.INSTANCE)));
    }
}
