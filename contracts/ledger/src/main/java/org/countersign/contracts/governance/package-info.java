/**
 * The committees of authorities: who their members are, with which weights, and how that may change.
 *
 * <p>What a committee attests lives in {@code validation}.
 */
package org.countersign.contracts.governance;
