package org.countersign.contracts.definition;

import java.util.Objects;
import net.corda.core.contracts.CommandData;

/** What can be done with a definition. The contract refuses everything that is not one of the nested commands. */
public abstract class SecurityDefinitionCommand implements CommandData {
    SecurityDefinitionCommand() {}

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().hashCode();
    }

    /** The issuer proposes a security and the registrars take it into their register. */
    public static final class Register extends SecurityDefinitionCommand {}

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
    }
}
