package org.countersign.contracts.control;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;

/**
 * A freeze of what one key holds of one security, wholly or in part, while it stands on the ledger.
 *
 * <p>It exists beside the status of a definition, which everybody sees: this one is known to the registrars, to those
 * who observe them, and to the holder, and to nobody else. So no contract can look it up; the registrars hold every
 * transaction against it before they vote. Several freezes of one holding add up.
 */
@BelongsToContract(HoldingFreezeContract.class)
public final class HoldingFreezeState implements LinearState {
    private final UniqueIdentifier linearId;
    private final UniqueIdentifier security;
    private final PublicKey holder;
    private final long quantity;
    private final ControlOrder order;
    private final List<Party> registrars;

    /**
     * Creates a state as it stands on the ledger. For a new freeze use {@link #of}.
     *
     * @param linearId the digest of what was ordered
     * @param security the self-certifying identifier of the security
     * @param holder the key of the holder
     * @param quantity how much has to stay with the holder, in smallest units, more than it holds included: what comes
     *     later is then held back up to it; 0 for everything, and then the holder receives nothing either
     * @param order what the freeze rests on
     * @param registrars the members of the registrars' committee that attested it
     */
    public HoldingFreezeState(
            UniqueIdentifier linearId,
            UniqueIdentifier security,
            PublicKey holder,
            long quantity,
            ControlOrder order,
            List<Party> registrars) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.security = Objects.requireNonNull(security, "security");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.quantity = quantity;
        this.order = Objects.requireNonNull(order, "order");
        this.registrars = Collections.unmodifiableList(new ArrayList<>(registrars));
    }

    /**
     * The freeze that a command orders.
     *
     * @param command what is ordered
     * @param registrars the members of the registrars' committee that is to attest it
     * @return the state
     */
    public static HoldingFreezeState of(ControlCommand.Freeze command, List<Party> registrars) {
        UniqueIdentifier id = new SelfCertifyingId("org.countersign.freeze")
                .with(command.digest())
                .build();
        return new HoldingFreezeState(
                id, command.getSecurity(), command.getHolder(), command.getQuantity(), command.getOrder(), registrars);
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** The self-certifying identifier of the security. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** The key of the holder. */
    public PublicKey getHolder() {
        return holder;
    }

    /** How much has to stay with the holder, in smallest units; 0 for everything. */
    public long getQuantity() {
        return quantity;
    }

    /** What the freeze rests on. */
    public ControlOrder getOrder() {
        return order;
    }

    /** The members of the registrars' committee that attested it. */
    public List<Party> getRegistrars() {
        return registrars;
    }

    /** Whether the holder is frozen and not only a part of what it holds: nothing leaves it and nothing comes to it. */
    public boolean isWhole() {
        return quantity == 0;
    }

    /** Whether it says that the key is lost. */
    public boolean marksLostKey() {
        return order.getReason() == ControlReason.LOST_KEY;
    }

    /**
     * Whether it freezes a holding.
     *
     * @param heldSecurity the identifier of the security that is held
     * @param key the key that holds it
     * @return whether both are the freeze's
     */
    public boolean concerns(UniqueIdentifier heldSecurity, PublicKey key) {
        return SelfCertifyingId.same(security, heldSecurity) && holder.equals(key);
    }

    @Override
    public List<AbstractParty> getParticipants() {
        List<AbstractParty> participants = new ArrayList<>(registrars);
        participants.add(new AnonymousParty(holder));
        return Collections.unmodifiableList(participants);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HoldingFreezeState)) {
            return false;
        }
        HoldingFreezeState that = (HoldingFreezeState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && SelfCertifyingId.same(security, that.security)
                && holder.equals(that.holder)
                && quantity == that.quantity
                && order.equals(that.order)
                && registrars.equals(that.registrars)
                // Corda compares parties by key only.
                && names(registrars).equals(names(that.registrars));
    }

    private static List<CordaX500Name> names(List<Party> parties) {
        return parties.stream().map(Party::getName).collect(Collectors.toList());
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, holder, quantity);
    }

    @Override
    public String toString() {
        return "freeze of " + (isWhole() ? "everything" : quantity + " smallest units") + " of " + security.getId()
                + ", " + order;
    }
}
