/** Commands about committees of authorities: list, show, affirm a reform, carry it out. */
package org.countersign.client.cli.governance;
