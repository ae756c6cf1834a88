/**
 * What checks of risk and capital know about securities from outside the ledger: reference data, prices and exchange
 * rates, each from a file in a published format that is read again when it changes. Figures are exact here; nothing is
 * rounded before it is compared.
 */
package org.countersign.oracles.marketdata;
