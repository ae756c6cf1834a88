/**
 * The {@code control} commands: freezes of holdings, forced transfers and redemptions, recoveries, and what a
 * registrar's operator has affirmed of them. The freeze of a whole security is in {@code definition}.
 */
package org.countersign.client.cli.control;
