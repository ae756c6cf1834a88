/**
 * Segments in flows: establishing and amending one, asking for and deciding about memberships, the registrars' rule
 * that only members propose and receive, and what regulators of a segment see and may order.
 *
 * <p>What a segment and a membership are, and how they may change, is in {@code org.countersign.contracts.segment}.
 */
package org.countersign.workflows.segment;
