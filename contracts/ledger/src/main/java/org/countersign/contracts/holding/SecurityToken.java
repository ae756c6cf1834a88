package org.countersign.contracts.holding;

import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.DeprecatedConstructorForDeserialization;
import org.countersign.contracts.definition.SecurityDefinitionState;

/**
 * A holding: an amount of one security held by one key.
 *
 * <p>It is a Token SDK token, so that the SDK's wallets, selection and vault schema work with it. What it adds to a
 * plain {@link FungibleToken} is its contract. It never pins a jar ({@code tokenTypeJarHash} is null): the definition
 * that it points to is part of the contract CorDapp, whose signer the platform pins.
 *
 * <p>It is a lot: it says since when its units exist and since when its holder has them, which lock-ups count from.
 * {@link LotDates} keeps both from being earlier than the truth, so that nobody gets around a period by moving units.
 */
@BelongsToContract(SecurityTokenContract.class)
public final class SecurityToken extends FungibleToken {
    private final Instant issued;
    private final Instant acquired;

    /**
     * Creates a holding without dates, as holdings stood on the ledger before they had any. No transaction can make one
     * any more; where it is consumed, it counts as new.
     *
     * @param amount how much of which security; the token type comes from {@link SecurityDefinitionState#tokenType}
     * @param holder the key that holds it
     */
    @DeprecatedConstructorForDeserialization(version = 1)
    public SecurityToken(Amount<IssuedTokenType> amount, AbstractParty holder) {
        this(amount, holder, null, null);
    }

    /**
     * Creates a holding.
     *
     * @param amount how much of which security; the token type comes from {@link SecurityDefinitionState#tokenType}
     * @param holder the key that holds it
     * @param issued when the latest of its units came into being: not later than this
     * @param acquired when the holder acquired the latest of its units: not later than this
     */
    @ConstructorForDeserialization
    public SecurityToken(Amount<IssuedTokenType> amount, AbstractParty holder, Instant issued, Instant acquired) {
        super(amount, holder, null);
        this.issued = issued;
        this.acquired = acquired;
    }

    /** When the latest of its units came into being, or null for a holding of before there were dates. */
    public Instant getIssued() {
        return issued;
    }

    /** When the holder acquired the latest of its units, or null for a holding of before there were dates. */
    public Instant getAcquired() {
        return acquired;
    }

    // The dates stay as they are, which only a transfer to oneself may leave so: the SDK knows no time-window here.
    @Override
    public SecurityToken withNewHolder(AbstractParty newHolder) {
        return new SecurityToken(getAmount(), newHolder, issued, acquired);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof SecurityToken
                && Objects.equals(issued, ((SecurityToken) other).issued)
                && Objects.equals(acquired, ((SecurityToken) other).acquired);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), issued, acquired);
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
