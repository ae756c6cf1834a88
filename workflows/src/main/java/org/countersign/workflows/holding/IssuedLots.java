package org.countersign.workflows.holding;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.Amount;
import net.corda.core.identity.AbstractParty;
import org.countersign.contracts.compliance.VestingRule;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;

/** The lots that an issue creates: one, or as many as the security's policy makes free one after the other. */
final class IssuedLots {
    private IssuedLots() {}

    static List<SecurityToken> of(
            SecurityDefinitionState security, Amount<IssuedTokenType> amount, AbstractParty holder, Instant until) {
        List<SecurityToken> lots = new ArrayList<>();
        Optional<VestingRule> vesting = VestingRule.in(security.getCompliancePolicy());
        if (vesting.isPresent()) {
            vesting.get()
                    .lots(amount.toDecimal(), security.getFractionDigits(), until)
                    .forEach((due, size) -> lots.add(
                            new SecurityToken(Amount.fromDecimal(size, amount.getToken()), holder, due, until)));
        } else {
            lots.add(new SecurityToken(amount, holder, until, until));
        }
        return lots;
    }
}
