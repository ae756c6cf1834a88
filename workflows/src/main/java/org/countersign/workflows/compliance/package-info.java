/**
 * Compliance as members see it: what authorities have found when they screened, and what would come of a transaction
 * before there is one. The rules are in the contracts, their judging by private facts is in the oracles.
 */
package org.countersign.workflows.compliance;
