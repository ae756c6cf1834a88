package org.countersign.contracts.control;

import net.corda.core.serialization.CordaSerializable;

/** Why a measure is taken against a holding or a security, in codes that registers and journals can be searched for. */
@CordaSerializable
public enum ControlReason {
    /** A court has ordered it, for example an attachment, a freezing order or a judgment on title. */
    COURT_ORDER,
    /** A regulator or another public authority has ordered it within its powers. */
    REGULATORY_ORDER,
    /** The holder, or who controls it, is on a list of sanctions that bind the registrars. */
    SANCTIONS,
    /** A tax authority enforces a claim. */
    TAX_ENFORCEMENT,
    /** The holder is insolvent and an administrator disposes of what it holds. */
    INSOLVENCY,
    /** The holder has died and the holding passes to its heirs. */
    INHERITANCE,
    /** A pledge over the holding is enforced. */
    PLEDGE_ENFORCEMENT,
    /** The holder's key is lost or stolen; the only reason of a recovery. */
    LOST_KEY,
    /** An entry was made in error, and those concerned are to be put where they were. */
    ERROR_CORRECTION,
    /** The holder is no longer identified as the security demands; the holding is in suspense until it is again. */
    IDENTIFICATION_LAPSED,
    /** The issuer prepares or votes on something that concerns all holders; for a pause and its end, nothing else. */
    CORPORATE_EVENT
}
