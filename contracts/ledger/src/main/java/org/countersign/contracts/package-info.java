/**
 * The ledger of Countersign: states, contracts and the rules that every node runs.
 *
 * <p>Packages are features; each module of the project uses the same feature names. Nothing here reads a clock, draws
 * randomness, does I/O or keeps static state, so that every node comes to the same answer for the same transaction.
 * Flows, vault queries and configuration live in {@code org.countersign.workflows}.
 */
package org.countersign.contracts;
