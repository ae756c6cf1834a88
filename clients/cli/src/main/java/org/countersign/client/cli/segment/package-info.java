/** Segments and memberships on the command line, and what a regulator of a segment sees and orders. */
package org.countersign.client.cli.segment;
