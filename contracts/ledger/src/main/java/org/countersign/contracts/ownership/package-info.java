/**
 * The model of ownership as the registrars keep it: the lines of a security's register, how a transaction changes them,
 * and the hash tree by which two registers are compared and a single line is proved to be in one.
 *
 * <p>Pure computation without states or contracts; tables, flows and votes are in {@code workflows}.
 */
package org.countersign.contracts.ownership;
