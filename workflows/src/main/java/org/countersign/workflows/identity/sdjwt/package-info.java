/**
 * The document formats of credentials, and nothing of this network: JWS (RFC 7515), SD-JWT with key binding (RFC 9901)
 * and {@code did:key} identifiers. Keys and signatures are the platform's.
 */
package org.countersign.workflows.identity.sdjwt;
