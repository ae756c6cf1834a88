/** The check of the aspect RISK: limits on exposures, concentrations and counterparties. */
package org.countersign.oracles.risk;
