/** The registers of holders, as registrars and regulators keep them: showing, verifying, catching up. */
package org.countersign.client.cli.register;
