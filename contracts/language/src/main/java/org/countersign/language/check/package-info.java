/**
 * From clauses to the model: words, types, ranges, what is missing or said twice, and what contradicts itself.
 *
 * <p>Everything that is wrong is noted and reading goes on, so that an author sees all errors of a file at once.
 */
package org.countersign.language.check;
