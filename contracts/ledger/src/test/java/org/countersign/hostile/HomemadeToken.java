package org.countersign.hostile;

import com.r3.corda.lib.tokens.contracts.states.AbstractToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;

/** A token that is neither fungible nor non-fungible to the SDK, which then does not look at it. */
@BelongsToContract(AnythingGoes.class)
public final class HomemadeToken implements AbstractToken {
    private final IssuedTokenType issuedTokenType;
    private final AbstractParty holder;

    public HomemadeToken(IssuedTokenType issuedTokenType, AbstractParty holder) {
        this.issuedTokenType = issuedTokenType;
        this.holder = holder;
    }

    @Override
    public IssuedTokenType getIssuedTokenType() {
        return issuedTokenType;
    }

    @Override
    public AbstractParty getHolder() {
        return holder;
    }

    @Override
    public TokenType getTokenType() {
        return issuedTokenType.getTokenType();
    }

    @Override
    public Party getIssuer() {
        return issuedTokenType.getIssuer();
    }

    @Override
    public AbstractToken withNewHolder(AbstractParty newHolder) {
        return new HomemadeToken(issuedTokenType, newHolder);
    }

    @Override
    public SecureHash getTokenTypeJarHash() {
        return null;
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(holder);
    }
}
