/**
 * What institutions hold of securities, as their registrars tell those authorities that judge limits and capital. Who
 * asks gets sums of the holders of one transaction and no line of a register.
 */
package org.countersign.workflows.position;
