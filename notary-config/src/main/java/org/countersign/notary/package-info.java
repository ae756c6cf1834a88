/**
 * The kinds of notary cluster that a network can run, each a template of the {@code notary} section of a member's node
 * configuration. To add a kind, add its template beside the others; nothing else needs to know.
 */
package org.countersign.notary;
