/**
 * Parts of the network with an admission policy and observers of their own: what a segment is, who is a member of it,
 * and how either changes.
 *
 * <p>A segment is public to all members of the network, a membership to those whom it concerns. No transfer references
 * either: that the parties of a transfer are members is a private fact, which the registrars attest with their vote.
 */
package org.countersign.contracts.segment;
