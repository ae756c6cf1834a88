/**
 * The validator CorDapp, which only authorities install: it answers requests for attestation. Packages are features:
 * the answering flow lives in {@code validation}, each aspect's checks in the package of that aspect.
 */
package org.countersign.oracles;
