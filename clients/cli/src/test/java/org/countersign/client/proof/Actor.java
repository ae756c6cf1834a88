package org.countersign.client.proof;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;

/** A party with its keys and certificates. */
record Actor(Party party, KeyPair keys, List<X509Certificate> path) {
    static KeyPair freshKeys() {
        return Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512);
    }

    static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }
}
