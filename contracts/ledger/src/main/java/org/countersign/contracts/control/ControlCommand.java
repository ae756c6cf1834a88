package org.countersign.contracts.control;

import java.security.PublicKey;
import java.util.Objects;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Operation;

/**
 * What can be ordered against a holder of a security. A command says all that is ordered, so that whoever sees it alone
 * knows the measure, and people can agree to it before there is a transaction, by its {@link #digest}.
 *
 * <p>None of these is a {@code TokenCommand} of the Token SDK, on purpose: the SDK's contract verifies nothing at all
 * where a command of that type is none of its own three, so that such a command in a trusted jar would let anybody make
 * and take plain tokens.
 */
public abstract class ControlCommand implements CommandData {
    private final UniqueIdentifier security;
    private final PublicKey holder;
    private final ControlOrder order;

    ControlCommand(UniqueIdentifier security, PublicKey holder, ControlOrder order) {
        this.security = Objects.requireNonNull(security, "security");
        this.holder = Objects.requireNonNull(holder, "holder");
        this.order = Objects.requireNonNull(order, "order");
    }

    /** The self-certifying identifier of the security. */
    public UniqueIdentifier getSecurity() {
        return security;
    }

    /** The key of the holder that the measure is taken against. */
    public PublicKey getHolder() {
        return holder;
    }

    /** What the measure rests on. */
    public ControlOrder getOrder() {
        return order;
    }

    /**
     * What a transaction with this command does, for its attestations.
     *
     * @return one operation per class of command
     */
    public abstract Operation operation();

    /**
     * The SHA-256 digest of everything that is ordered.
     *
     * @return the same for equal commands, on every machine
     */
    public SecureHash digest() {
        SelfCertifyingId parts = new SelfCertifyingId("org.countersign.control")
                .with(operation().name())
                .with(security.getExternalId())
                .with(holder)
                .with(order.getReason().name())
                .with(order.getOrderedBy())
                .with(order.getReference())
                .with(order.getDocumentHash());
        addTo(parts);
        return parts.digest();
    }

    /** Adds to the digest what only this class of command has. */
    abstract void addTo(SelfCertifyingId parts);

    /** What only this class of command has, for people. */
    abstract String details();

    /** A key as people can compare it. */
    static String named(PublicKey key) {
        return "key " + SecureHash.sha256(key.getEncoded()).toString().substring(0, 16);
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && SelfCertifyingId.same(security, ((ControlCommand) other).security)
                && digest().equals(((ControlCommand) other).digest());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return operation() + " of " + security.getId() + " held by " + named(holder) + ", " + details() + "; " + order;
    }

    /** A holder, or a part of what it holds, is frozen. */
    public static final class Freeze extends ControlCommand {
        private final long quantity;

        /**
         * Creates the command.
         *
         * @param security the self-certifying identifier of the security
         * @param holder the key of the holder
         * @param quantity how much has to stay with the holder, in smallest units; 0 for everything, and then the
         *     holder receives nothing either
         * @param order what the measure rests on
         */
        public Freeze(UniqueIdentifier security, PublicKey holder, long quantity, ControlOrder order) {
            super(security, holder, order);
            this.quantity = quantity;
        }

        /** How much has to stay with the holder, in smallest units; 0 for everything. */
        public long getQuantity() {
            return quantity;
        }

        @Override
        public Operation operation() {
            return Operation.FREEZE;
        }

        @Override
        void addTo(SelfCertifyingId parts) {
            parts.with(quantity);
        }

        @Override
        String details() {
            return quantity == 0 ? "everything" : quantity + " smallest units";
        }
    }

    /** A freeze ends. */
    public static final class Release extends ControlCommand {
        private final UniqueIdentifier freeze;

        /**
         * Creates the command.
         *
         * @param security the self-certifying identifier of the security
         * @param holder the key of the holder
         * @param freeze the identifier of the freeze that ends
         * @param order what the release rests on
         */
        public Release(UniqueIdentifier security, PublicKey holder, UniqueIdentifier freeze, ControlOrder order) {
            super(security, holder, order);
            this.freeze = Objects.requireNonNull(freeze, "freeze");
        }

        /** The identifier of the freeze that ends. */
        public UniqueIdentifier getFreeze() {
            return freeze;
        }

        @Override
        public Operation operation() {
            return Operation.RELEASE;
        }

        @Override
        void addTo(SelfCertifyingId parts) {
            parts.with(freeze.getExternalId());
        }

        @Override
        String details() {
            return "freeze " + freeze.getId();
        }
    }

    /** A quantity passes from the holder to a receiver without the holder's signature. */
    public static final class ForceTransfer extends ControlCommand {
        private final PublicKey receiver;
        private final long quantity;

        /**
         * Creates the command.
         *
         * @param security the self-certifying identifier of the security
         * @param holder the key that loses the quantity
         * @param receiver the key that gets it
         * @param quantity how much, in smallest units, more than zero
         * @param order what the measure rests on
         */
        public ForceTransfer(
                UniqueIdentifier security, PublicKey holder, PublicKey receiver, long quantity, ControlOrder order) {
            super(security, holder, order);
            this.receiver = Objects.requireNonNull(receiver, "receiver");
            this.quantity = quantity;
        }

        /** The key that gets the quantity. */
        public PublicKey getReceiver() {
            return receiver;
        }

        /** How much, in smallest units. */
        public long getQuantity() {
            return quantity;
        }

        @Override
        public Operation operation() {
            return Operation.FORCE_TRANSFER;
        }

        @Override
        void addTo(SelfCertifyingId parts) {
            parts.with(receiver).with(quantity);
        }

        @Override
        String details() {
            return quantity + " smallest units to " + named(receiver);
        }
    }

    /** A quantity of the holder's ends without the holder's signature. */
    public static final class ForceRedeem extends ControlCommand {
        private final long quantity;

        /**
         * Creates the command.
         *
         * @param security the self-certifying identifier of the security
         * @param holder the key that loses the quantity
         * @param quantity how much, in smallest units, more than zero
         * @param order what the measure rests on
         */
        public ForceRedeem(UniqueIdentifier security, PublicKey holder, long quantity, ControlOrder order) {
            super(security, holder, order);
            this.quantity = quantity;
        }

        /** How much, in smallest units. */
        public long getQuantity() {
            return quantity;
        }

        @Override
        public Operation operation() {
            return Operation.FORCE_REDEEM;
        }

        @Override
        void addTo(SelfCertifyingId parts) {
            parts.with(quantity);
        }

        @Override
        String details() {
            return quantity + " smallest units";
        }
    }

    /** All that a lost key holds passes to another key of the same holder. */
    public static final class Recover extends ControlCommand {
        private final PublicKey receiver;

        /**
         * Creates the command.
         *
         * @param security the self-certifying identifier of the security
         * @param holder the key that is lost
         * @param receiver the holder's new key
         * @param order what shows that the holder is who it was
         */
        public Recover(UniqueIdentifier security, PublicKey holder, PublicKey receiver, ControlOrder order) {
            super(security, holder, order);
            this.receiver = Objects.requireNonNull(receiver, "receiver");
        }

        /** The holder's new key. */
        public PublicKey getReceiver() {
            return receiver;
        }

        @Override
        public Operation operation() {
            return Operation.RECOVER;
        }

        @Override
        void addTo(SelfCertifyingId parts) {
            parts.with(receiver);
        }

        @Override
        String details() {
            return "everything to " + named(receiver);
        }
    }
}
