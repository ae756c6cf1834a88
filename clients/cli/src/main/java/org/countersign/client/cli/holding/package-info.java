/** Commands about holdings and trades: issue, affirm, transfer, redeem, look up. */
package org.countersign.client.cli.holding;
