/** The commands about compliance: what screening has found, and what would come of a transaction. */
package org.countersign.client.cli.compliance;
