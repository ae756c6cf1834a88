package org.countersign.contracts.holding;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.util.List;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;

/**
 * A holding: an amount of one security held by one key.
 *
 * <p>It is a Token SDK token, so that the SDK's wallets, selection and vault schema work with it. What it adds to a
 * plain {@link FungibleToken} is its contract. It never pins a jar ({@code tokenTypeJarHash} is null): the definition
 * that it points to is part of the contract CorDapp, whose signer the platform pins.
 */
@BelongsToContract(SecurityTokenContract.class)
public final class SecurityToken extends FungibleToken {
    /**
     * Creates a holding.
     *
     * @param amount how much of which security; the token type comes from {@link SecurityDefinitionState#tokenType}
     * @param holder the key that holds it
     */
    public SecurityToken(Amount<IssuedTokenType> amount, AbstractParty holder) {
        super(amount, holder, null);
    }

    @Override
    public SecurityToken withNewHolder(AbstractParty newHolder) {
        return new SecurityToken(getAmount(), newHolder);
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return java.util.Collections.singletonList(getHolder());
    }

    @Override
    public IssuedTokenType getIssuedTokenType() {
        return getAmount().getToken();
    }

    @Override
    public Party getIssuer() {
        return getAmount().getToken().getIssuer();
    }

    // The SDK's Kotlin types give this method two inherited signatures; the raw type is the one both accept.
    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public List supportedSchemas() {
        return super.supportedSchemas();
    }
}
