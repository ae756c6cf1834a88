package org.countersign.contracts.definition;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.contracts.CommandData;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.DeprecatedConstructorForDeserialization;
import org.countersign.contracts.control.ControlOrder;

/** What can be done with a definition. The contract refuses everything that is not one of the nested commands. */
public abstract class SecurityDefinitionCommand implements CommandData {
    SecurityDefinitionCommand() {}

    /** The issuer proposes a security and the registrars take it into their register. */
    public static final class Register extends SecurityDefinitionCommand {
        @Override
        public boolean equals(Object other) {
            return other instanceof Register;
        }

        @Override
        public int hashCode() {
            return Register.class.getName().hashCode();
        }

        @Override
        public String toString() {
            return "Register";
        }
    }

    /** All holdings of the security stop moving. */
    public static final class Freeze extends StatusChange {
        /**
         * Creates the command.
         *
         * @param order what the change rests on
         */
        @ConstructorForDeserialization
        public Freeze(ControlOrder order) {
            super(order);
        }

        /**
         * For what stands on ledgers from before there were orders.
         *
         * @param reason why
         */
        @DeprecatedConstructorForDeserialization(version = 1)
        public Freeze(String reason) {
            super(reason);
        }
    }

    /** The holdings of the security can move again. */
    public static final class Unfreeze extends StatusChange {
        /**
         * Creates the command.
         *
         * @param order what the change rests on
         */
        @ConstructorForDeserialization
        public Unfreeze(ControlOrder order) {
            super(order);
        }

        /**
         * For what stands on ledgers from before there were orders.
         *
         * @param reason why
         */
        @DeprecatedConstructorForDeserialization(version = 1)
        public Unfreeze(String reason) {
            super(reason);
        }
    }

    /** The holdings of the security stop moving until a moment that is stated. */
    public static final class Pause extends StatusChange {
        private final Instant until;

        /**
         * Creates the command.
         *
         * @param until when the holdings can move again
         * @param order what the pause rests on, for example the issuer's decision about a merger to be voted on
         */
        @ConstructorForDeserialization
        public Pause(Instant until, ControlOrder order) {
            super(order);
            this.until = Objects.requireNonNull(until, "until");
        }

        /**
         * For what stands on ledgers from before there were orders.
         *
         * @param until when the holdings can move again
         * @param reason why
         */
        @DeprecatedConstructorForDeserialization(version = 1)
        public Pause(Instant until, String reason) {
            super(reason);
            this.until = Objects.requireNonNull(until, "until");
        }

        /** When the holdings can move again. */
        public Instant getUntil() {
            return until;
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && until.equals(((Pause) other).until);
        }

        @Override
        public int hashCode() {
            return Objects.hash(super.hashCode(), until);
        }

        @Override
        public String toString() {
            return "Pause(until " + until + ", " + getReason() + ")";
        }
    }

    /** An amendment is announced; holdings move by what the definition said before until it is completed. */
    public static final class Announce extends SecurityDefinitionCommand {
        @Override
        public boolean equals(Object other) {
            return other instanceof Announce;
        }

        @Override
        public int hashCode() {
            return Announce.class.getName().hashCode();
        }

        @Override
        public String toString() {
            return "Announce";
        }
    }

    /** An amendment that was announced comes into force. */
    public static final class Complete extends SecurityDefinitionCommand {
        @Override
        public boolean equals(Object other) {
            return other instanceof Complete;
        }

        @Override
        public int hashCode() {
            return Complete.class.getName().hashCode();
        }

        @Override
        public String toString() {
            return "Complete";
        }
    }

    /** An amendment that was announced does not come. */
    public static final class Withdraw extends SecurityDefinitionCommand {
        @Override
        public boolean equals(Object other) {
            return other instanceof Withdraw;
        }

        @Override
        public int hashCode() {
            return Withdraw.class.getName().hashCode();
        }

        @Override
        public String toString() {
            return "Withdraw";
        }
    }
}
