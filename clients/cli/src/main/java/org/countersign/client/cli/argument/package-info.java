/** What people type on a command line, read strictly: quantities, amounts of money, transaction ids. */
package org.countersign.client.cli.argument;
