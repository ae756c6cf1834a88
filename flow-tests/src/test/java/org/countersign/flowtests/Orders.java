package org.countersign.flowtests;

import net.corda.core.crypto.SecureHash;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;

/** What a security is stopped or released by in tests: for a reason, under a reference, with a document. */
final class Orders {
    private Orders() {}

    /** An order of a court's. */
    static ControlOrder court(String reference) {
        return new ControlOrder(ControlReason.COURT_ORDER, "High Court", reference, SecureHash.sha256(reference));
    }

    /** A decision of the issuer's own. */
    static ControlOrder event(String reference) {
        return new ControlOrder(
                ControlReason.CORPORATE_EVENT, "Board of Issuer Bank", reference, SecureHash.sha256(reference));
    }
}
