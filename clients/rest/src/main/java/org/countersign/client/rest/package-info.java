/**
 * The room of the REST server, a client of one member's node like the command line. No endpoint exists yet; use the
 * {@code countersign} command with {@code --json} from scripts.
 */
package org.countersign.client.rest;
