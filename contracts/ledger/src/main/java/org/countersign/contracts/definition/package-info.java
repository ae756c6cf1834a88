/**
 * The definition of a security: its terms, validation policy and status, and how they come onto the ledger and change.
 *
 * <p>What is held of a security lives in {@code holding}.
 */
package org.countersign.contracts.definition;
