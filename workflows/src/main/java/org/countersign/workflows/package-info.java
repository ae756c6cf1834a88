/**
 * The flows that every member runs, packaged by feature with the same names as in the other modules.
 *
 * <p>This package itself holds what all features share: settings, receipts and the family of refusals. Checks that only
 * authorities make live in {@code org.countersign.oracles}.
 */
package org.countersign.workflows;
