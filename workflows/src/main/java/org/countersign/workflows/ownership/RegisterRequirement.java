package org.countersign.workflows.ownership;

import java.util.Locale;
import org.countersign.contracts.validation.Operation;

/** What a registrar asks of a transaction before it votes, in the order in which it is asked. */
enum RegisterRequirement {
    /** The contracts of all states accept it, and what is signed is signed validly. */
    CONTRACTS_ACCEPT("The contracts of all states accept the transaction."),
    /** It moves one security, of which this registrar keeps the register. */
    ONE_REGISTER("The transaction concerns one security, whose register this committee keeps."),
    /** All states are at the notary that is to sign. */
    ONE_NOTARY("All states are at the transaction's notary."),
    /** The rules that accept it are rules that this registrar's operator has chosen. */
    CODE_INSTALLED("The contracts are installed here, and no later version of them is."),
    /** It can still become final. */
    WINDOW_OPEN("The time-window is open."),
    /** Every other signature is there. */
    SIGNATURES_COMPLETE("Nothing but the registrars' and the notary's signatures is missing."),
    /** Nobody is called by another's name. */
    NAMES_TRUE("Every party is called what the owner of its key is called."),
    /** It builds on what is current. */
    REFERENCES_CURRENT("Definition and committees are current."),
    /** Nothing is spent that the register does not know as unspent. */
    INPUTS_UNSPENT("Every holding that is spent stands in the register unspent."),
    /** Every holder's key can be entered. */
    KEYS_KEPT("The register can keep the key of every holder."),
    /** What is frozen stays where it is. */
    FREEZES_KEPT("No freeze of a holding stands in the way."),
    /** People have seen the order. */
    ORDER_AFFIRMED("The measure is one that this registrar's operator has affirmed, and was not taken before."),
    /** A recovery changes the key, and neither the owner nor what was ordered. */
    RECOVERY_WHOLE("The recovery moves all to a key of the same member, and what is frozen by order is frozen there."),
    /** An issue does not exceed what is authorised. */
    WITHIN_AUTHORISED("What is outstanding stays within the authorised quantity."),
    /** A new security takes nobody else's symbol or ISIN. */
    IDENTIFIERS_FREE("Symbol and ISIN of a new security are free."),
    /** What was read is what will be run. */
    RULES_RECOMPILED("Rules that a definition pins are what their source compiles to here, and it says what they say."),
    /** People have seen what changes. */
    AMENDMENT_AFFIRMED("An amendment that registrars approve is one that this registrar's operator has affirmed."),
    /** Parts of the network have their own members. */
    MEMBERS_ADMITTED("Whoever proposes or receives may deal in the security's segment."),
    /** Parts of the network have their own kinds of securities. */
    SECURITY_PERMITTED("The segment permits a security that is registered in it."),
    /** What is for people to decide, people have decided. */
    SEGMENT_DECIDED(
            "The operator has taken the decision about a segment or a membership, where it is the registrars'."),
    /** What a regulator has frozen, nobody else releases. */
    ORDER_RECEIVED("A freeze by a regulator's order, and its end, rest on an order that was received here."),
    /** No other transaction in flight needs the same. */
    NO_RIVAL("No other transaction in flight claims the same.");

    private final String sentence;

    RegisterRequirement(String sentence) {
        this.sentence = sentence;
    }

    /** The name under which it stands in reports, for example {@code ownership.inputs-unspent}. */
    String requirement() {
        return "ownership." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is asked of an operation at all. */
    boolean appliesTo(Operation operation) {
        boolean isMeasure = operation.compareTo(Operation.FREEZE) >= 0 && operation != Operation.AMEND;
        switch (this) {
            case WITHIN_AUTHORISED:
                return operation == Operation.ISSUE || operation == Operation.AMEND;
            case IDENTIFIERS_FREE:
            case RULES_RECOMPILED:
                return operation == Operation.DEFINE || operation == Operation.AMEND;
            case AMENDMENT_AFFIRMED:
                return operation == Operation.AMEND;
            case ORDER_AFFIRMED:
                return isMeasure;
            case RECOVERY_WHOLE:
                return operation == Operation.RECOVER;
            default:
                return true;
        }
    }

    /** The requirement as a sentence that says that it is met. */
    String sentence() {
        return sentence;
    }
}
