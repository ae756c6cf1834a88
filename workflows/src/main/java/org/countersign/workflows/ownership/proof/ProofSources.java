package org.countersign.workflows.ownership.proof;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.validation.ReportSeal;

/** Where a proof's evidence comes from: a node's stores when a flow exports it, plain maps in a test. */
public interface ProofSources {
    /**
     * Finds a recorded transaction.
     *
     * @param id its id
     * @return the transaction, or null if it is not recorded here
     */
    SignedTransaction transaction(SecureHash id);

    /**
     * Finds the seals of the authorities that attested a transaction.
     *
     * @param id its id
     * @return those that were handed down with it, in any order; may be empty
     */
    List<ReportSeal> reportSeals(SecureHash id);

    /**
     * Finds the certificates of an identity.
     *
     * @param key the identity's key
     * @return its certificate, its issuer's and so on upwards, with or without the root; null if the key is unknown
     */
    List<X509Certificate> certificatePath(PublicKey key);

    /** The network's root certificate. */
    X509Certificate trustRoot();
}
