/**
 * Clients of a custodian: each is a key of the custodian's node with an external id. Registrars and authorities know
 * which custodian keeps a key; whose it is, only the custodian.
 */
package org.countersign.workflows.identity.account;
