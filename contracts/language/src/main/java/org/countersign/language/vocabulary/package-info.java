/**
 * The words of the language outside the rule catalogue, and what may follow each.
 *
 * <p>A new instrument is a new constant of {@link org.countersign.language.vocabulary.Section} with its clauses;
 * nothing else changes.
 */
package org.countersign.language.vocabulary;
