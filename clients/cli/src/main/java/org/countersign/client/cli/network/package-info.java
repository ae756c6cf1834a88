/** Commands about the network itself. */
package org.countersign.client.cli.network;
