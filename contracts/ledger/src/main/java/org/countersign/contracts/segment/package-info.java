/** Parts of the network with an admission policy and observers of their own; so far their names. */
package org.countersign.contracts.segment;
