/**
 * What authorities decide about a transaction and how their decision stands on the ledger: aspects, operations, the
 * validation policy of a security and the {@code Attest} command with its rules.
 *
 * <p>Who the authorities are lives in {@code governance}; how they are asked lives in the workflows and oracles
 * modules.
 */
package org.countersign.contracts.validation;
