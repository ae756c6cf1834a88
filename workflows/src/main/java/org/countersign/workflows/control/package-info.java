/**
 * Measures that an order imposes on a holder, as flows: registrars' operators affirm what was ordered, a registrar or a
 * regulator has it carried out, registrars hold every transaction against the freezes that stand.
 *
 * <p>What a registrar asks before it votes is in {@code ownership}; the freeze of a whole security is a change of
 * status in {@code definition}.
 */
package org.countersign.workflows.control;
