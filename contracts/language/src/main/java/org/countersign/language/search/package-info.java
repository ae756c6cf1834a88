/**
 * What of a security is found in the catalogue, and how one asks for it.
 *
 * <p>{@link org.countersign.language.search.CatalogueFacts} takes from a model what its issuer publishes;
 * {@link org.countersign.language.search.SearchQuery} is a question about such facts. Both have their words from
 * {@link org.countersign.language.search.SearchAttributes}, which has them from the language. Where facts are kept and
 * how questions are answered is not said here.
 */
package org.countersign.language.search;
