/**
 * How an authority answers a request for attestation: is it asked rightly, does it see what it must, what do the checks
 * of the aspect say, and only then its signature.
 */
package org.countersign.oracles.validation;
