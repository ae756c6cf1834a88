/**
 * What a source says: immutable, typed, and equal for sources that mean the same, however they are laid out.
 *
 * <p>Clauses keep the line that they come from, for references; it does not count for equality.
 */
package org.countersign.language.model;
