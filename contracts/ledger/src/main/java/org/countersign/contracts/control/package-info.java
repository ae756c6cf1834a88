/**
 * Measures that an order of a court, a regulator or the like imposes on a holder: a freeze of its holding, a forced
 * transfer or redemption, the recovery of a holding whose key is lost.
 *
 * <p>A package of its own beside {@code holding}, which knows it: holdings move by their holders' signatures, and what
 * moves or stops them without is kept in one place. The freeze of a whole security is a status in {@code definition}.
 * How a forced movement changes holdings is verified in {@code holding}.
 */
package org.countersign.contracts.control;
