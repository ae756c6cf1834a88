/**
 * Who may deal in a security, how much and when: rules and how they compose to the policy of a definition.
 *
 * <p>A rule is one class. It is judged on {@link org.countersign.contracts.compliance.ComplianceFacts}: in the contract
 * on what everybody sees, at an authority also on claims and register figures; what is not known where it is judged
 * leaves it undecided. How the authorities come to know those facts is not in here.
 */
package org.countersign.contracts.compliance;
