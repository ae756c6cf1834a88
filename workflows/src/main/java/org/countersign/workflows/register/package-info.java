/**
 * The registers of holders that registrars keep, and regulators beside them: the lines of each security as the ledger
 * gives them, their comparison with the ledger and with the other registrars, and catching up on what was missed.
 *
 * <p>What a line is, and how two registers are proved equal, is in {@code org.countersign.contracts.ownership}. The
 * registrars' vote on a transaction is in {@code org.countersign.workflows.ownership}.
 */
package org.countersign.workflows.register;
