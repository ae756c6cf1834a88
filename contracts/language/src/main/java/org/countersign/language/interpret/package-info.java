/** A model as a policy of the ledger that walks over itself: the second opinion on what the compiler makes. */
package org.countersign.language.interpret;
