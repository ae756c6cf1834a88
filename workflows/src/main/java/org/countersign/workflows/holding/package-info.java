/**
 * Holdings in flows: issue, transfer free of payment and against payment, redemption, affirmation of trades, and what a
 * member sees of its holdings and transactions.
 */
package org.countersign.workflows.holding;
