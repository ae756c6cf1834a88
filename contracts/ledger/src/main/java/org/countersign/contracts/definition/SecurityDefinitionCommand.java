package org.countersign.contracts.definition;

import java.time.Instant;
import java.util.Objects;
import net.corda.core.contracts.CommandData;

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
    public static final class Freeze extends SecurityDefinitionCommand {
        private final String reason;

        /**
         * Creates the command.
         *
         * @param reason why, for example the reference of an order; 1 to 500 characters
         */
        public Freeze(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
        }

        /** Why. */
        public String getReason() {
            return reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Freeze && reason.equals(((Freeze) other).reason);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Freeze.class.getName(), reason);
        }

        @Override
        public String toString() {
            return "Freeze(" + reason + ")";
        }
    }

    /** The holdings of the security can move again. */
    public static final class Unfreeze extends SecurityDefinitionCommand {
        private final String reason;

        /**
         * Creates the command.
         *
         * @param reason why; 1 to 500 characters
         */
        public Unfreeze(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
        }

        /** Why. */
        public String getReason() {
            return reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Unfreeze && reason.equals(((Unfreeze) other).reason);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Unfreeze.class.getName(), reason);
        }

        @Override
        public String toString() {
            return "Unfreeze(" + reason + ")";
        }
    }

    /** The holdings of the security stop moving until a moment that is stated. */
    public static final class Pause extends SecurityDefinitionCommand {
        private final Instant until;
        private final String reason;

        /**
         * Creates the command.
         *
         * @param until when the holdings can move again
         * @param reason why, for example a merger to be voted on; 1 to 500 characters
         */
        public Pause(Instant until, String reason) {
            this.until = Objects.requireNonNull(until, "until");
            this.reason = Objects.requireNonNull(reason, "reason");
        }

        /** When the holdings can move again. */
        public Instant getUntil() {
            return until;
        }

        /** Why. */
        public String getReason() {
            return reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pause
                    && until.equals(((Pause) other).until)
                    && reason.equals(((Pause) other).reason);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Pause.class.getName(), until, reason);
        }

        @Override
        public String toString() {
            return "Pause(until " + until + ", " + reason + ")";
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
