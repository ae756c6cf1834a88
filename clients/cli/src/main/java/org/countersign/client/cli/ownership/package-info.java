/** Commands about ownership proofs: export one from a node, verify one without any. */
package org.countersign.client.cli.ownership;
