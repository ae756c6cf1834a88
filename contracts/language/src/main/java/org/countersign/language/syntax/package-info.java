/** From text to clauses: what is one clause, how deep it nests, and what is wrong with its form. */
package org.countersign.language.syntax;
