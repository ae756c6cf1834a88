/**
 * Ownership as the registrars' vote: the request to finalise, the votes, notarisation by the registrar that completes
 * the quorum, and distribution to everybody who must hold the transaction.
 */
package org.countersign.workflows.ownership;
