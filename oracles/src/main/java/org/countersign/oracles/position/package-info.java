/**
 * What a transaction changes in the positions of its parties, how an authority learns those positions from the
 * registrars, and how a position is held against a limit.
 */
package org.countersign.oracles.position;
