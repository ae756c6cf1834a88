/**
 * The {@code countersign} command: what a user or a script says to a member's node, and what it answers.
 *
 * <p>The script in the repository's root checks a command line against {@code launcher/usage} before it starts this
 * program. Commands live in the package of their feature; {@link org.countersign.client.cli.Commands} lists them.
 */
package org.countersign.client.cli;
