/** The way to the nodes: the network file that says where they are, and calls of flows on them. */
package org.countersign.client.cli.rpc;
