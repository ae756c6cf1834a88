/**
 * The journal of an authority: what it was asked, what it saw, what it answered and why, in a chain of digests that
 * shows later changes.
 *
 * <p>Every answer of an authority is entered before it leaves the node. An entry is one line of JSON; its digest is the
 * SHA-256 of that line in UTF-8, and the next entry carries it. The seal that goes out with an answer names the digest
 * of the entry, so that also a journal that was written anew from its beginning contradicts seals that others hold.
 */
package org.countersign.workflows.validation.journal;
