package org.countersign.flowtests;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.UpgradedContractWithLegacyConstraint;
import net.corda.core.transactions.LedgerTransaction;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;

/** An attacker's idea of the next version of the holdings' contract: ten for one, and it refuses nothing. */
public final class HostileUpgrade implements UpgradedContractWithLegacyConstraint<SecurityToken, SecurityToken> {
    @Override
    public String getLegacyContract() {
        return SecurityTokenContract.ID;
    }

    @Override
    public AttachmentConstraint getLegacyContractConstraint() {
        return AlwaysAcceptAttachmentConstraint.INSTANCE;
    }

    @Override
    public SecurityToken upgrade(SecurityToken state) {
        Amount<IssuedTokenType> amount = state.getAmount();
        return new SecurityToken(
                new Amount<>(amount.getQuantity() * 10, amount.getDisplayTokenSize(), amount.getToken()),
                state.getHolder());
    }

    @Override
    public void verify(LedgerTransaction tx) {
        // Nothing is the point.
    }
}
