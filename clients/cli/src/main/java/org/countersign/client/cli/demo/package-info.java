/** The demonstration: a story on a real network, told by the commands that a user would type, each outcome checked. */
package org.countersign.client.cli.demo;
