package org.countersign.workflows.register;

import net.corda.core.identity.CordaX500Name;
import org.countersign.workflows.validation.Refusal;

/** Puts what another node's failure says in front of people. */
final class Failures {
    private Failures() {}

    /** The innermost message, cut, and freed of what steers a terminal. */
    static String sentence(CordaX500Name member, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return Refusal.heard(member, Refusal.BAD_REQUEST, String.valueOf(cause.getMessage()))
                .getReason();
    }
}
