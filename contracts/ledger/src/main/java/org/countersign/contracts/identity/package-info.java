/** Who holders are: the claims that providers attest of them. */
package org.countersign.contracts.identity;
