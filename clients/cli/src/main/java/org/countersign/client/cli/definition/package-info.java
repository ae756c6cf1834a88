/** Commands about securities themselves: register, look up, freeze, unfreeze. */
package org.countersign.client.cli.definition;
