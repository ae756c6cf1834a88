/**
 * Taking an ownership proof from the ledger: the tear-offs, signatures and certificate paths that let somebody without
 * a node see that a holding was finally transferred to its holder.
 *
 * <p>Everything here runs on the exporting node and only gathers evidence. Judging it is the verifier's business, which
 * lives with the clients and shares nothing with this package but the shapes of the evidence. The format is described
 * in {@code docs/reference/ownership-proof.md}.
 */
package org.countersign.workflows.ownership.proof;
