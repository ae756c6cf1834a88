/**
 * Commands about committees of authorities: list, show, affirm a reform, carry it out; and about their misbehaviour.
 */
package org.countersign.client.cli.governance;
