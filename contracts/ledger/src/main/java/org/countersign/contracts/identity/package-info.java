/** Who holders are: the claims that providers attest of them, their kinds, and identifiers of published standards. */
package org.countersign.contracts.identity;
