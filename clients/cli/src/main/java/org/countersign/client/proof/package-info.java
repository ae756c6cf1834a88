/**
 * Reading, writing and judging ownership proofs, with no node, network or database.
 *
 * <p>{@link org.countersign.client.proof.OwnershipProofDocument} is the file,
 * {@link org.countersign.client.proof.OwnershipProofVerifier} the judge. The verifier trusts one thing, a root
 * certificate, and derives everything else from bytes that hash to signed transaction ids. The format and what it
 * proves are described in {@code docs/reference/ownership-proof.md}.
 */
package org.countersign.client.proof;
