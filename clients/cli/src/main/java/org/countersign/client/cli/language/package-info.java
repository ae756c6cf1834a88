/** Commands about the source of a security: check, format, explain, diff and compile. Most need no network. */
package org.countersign.client.cli.language;
