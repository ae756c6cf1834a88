/**
 * Screening against sanctions lists: readers of the published formats, and the matching of names. What a hit leads to
 * is decided by the checks; where the lists come from is the authority's own affair.
 */
package org.countersign.oracles.compliance.screening;
