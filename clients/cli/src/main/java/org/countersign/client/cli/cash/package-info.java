/** Commands about cash on the ledger. */
package org.countersign.client.cli.cash;
