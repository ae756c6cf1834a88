/**
 * The security language: one {@code .security} file is one security.
 *
 * <p>{@link org.countersign.language.SecurityLanguage} is the door. A text becomes clauses ({@code syntax}, by the
 * grammar in {@code grammar}), clauses become a model ({@code check}), and everything else works on the model. Words
 * come from the ledger's rule catalogue and from the tables in {@code vocabulary}.
 *
 * <p>Nothing here knows a node, a flow or the network.
 */
package org.countersign.language;
