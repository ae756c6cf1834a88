/**
 * The check of the aspect CAPITAL: does the acquiring institution hold the own funds that its holdings require, by the
 * standardised approach of the Basel framework.
 */
package org.countersign.oracles.capital;
