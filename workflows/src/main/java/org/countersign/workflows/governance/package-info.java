/** How committees are formed and found: the flow by which authorities found one, and the look-up of what is current. */
package org.countersign.workflows.governance;
