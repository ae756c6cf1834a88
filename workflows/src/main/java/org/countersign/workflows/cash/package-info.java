/** Cash: the Token SDK's fiat tokens, issued by a bank and used to pay for securities. */
package org.countersign.workflows.cash;
