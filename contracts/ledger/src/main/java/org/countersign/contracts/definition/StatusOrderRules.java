package org.countersign.contracts.definition;

import static org.countersign.contracts.Rules.check;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;

/**
 * What the order of a change of status keeps. The rules of measures against a holder ask the same of theirs, and of the
 * reason something else.
 */
public final class StatusOrderRules {
    /** What stops or releases everybody's holdings can be traced to a document. */
    public static final String ORDER_GIVEN =
            "A change of status rests on an order that names who gave it and its reference in 1 to 120 readable"
                    + " characters each, and the SHA-256 hash of its document.";
    /** A holder's own misfortune is met by a measure against that holder. */
    public static final String CONCERNS_ALL =
            "No security stops or moves again because of LOST_KEY, INHERITANCE or IDENTIFICATION_LAPSED.";
    /** What the issuer wants for its own event ends by itself. */
    public static final String EVENT_PAUSES = "A CORPORATE_EVENT freezes no security; it pauses one.";

    private static final List<ControlReason> OF_ONE_HOLDER = Collections.unmodifiableList(
            Arrays.asList(ControlReason.LOST_KEY, ControlReason.INHERITANCE, ControlReason.IDENTIFICATION_LAPSED));

    private StatusOrderRules() {}

    static void verify(StatusChange change) {
        ControlOrder order = change.getOrder();
        check(ORDER_GIVEN, order != null && order.isComplete());
        check(CONCERNS_ALL, !OF_ONE_HOLDER.contains(order.getReason()));
        check(
                EVENT_PAUSES,
                order.getReason() != ControlReason.CORPORATE_EVENT
                        || !(change instanceof SecurityDefinitionCommand.Freeze));
    }
}
