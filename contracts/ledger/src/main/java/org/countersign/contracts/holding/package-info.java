/**
 * Holdings of securities: the token state and the contract that decides how holdings come into being, move and end.
 *
 * <p>The security's terms live in {@code definition}; cash is the Token SDK's own fungible token and has no code here.
 */
package org.countersign.contracts.holding;
