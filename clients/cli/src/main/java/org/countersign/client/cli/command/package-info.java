/** What all commands have in common: their options, where they run, and how they end. */
package org.countersign.client.cli.command;
