/** The commands about credentials: to issue, keep, show and verify them, and to say whose are accepted. */
package org.countersign.client.cli.identity;
