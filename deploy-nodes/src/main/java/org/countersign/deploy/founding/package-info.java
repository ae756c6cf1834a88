/**
 * The founding of a network: its trust root, the directories of its nodes, their configuration, databases and node
 * information, the signed network parameters. What comes of it lies in the state directory and is started by
 * {@code org.countersign.deploy.running}.
 */
package org.countersign.deploy.founding;
