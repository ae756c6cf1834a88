package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.workflows.ownership.proof.CertifiedIdentity;

/**
 * Who stands behind the keys of a proof.
 *
 * <p>Those on whom the proven transaction itself rests must have been certified throughout its time-window. Those who
 * only appear in the history of a committee may have left since: their certificates are judged at the last instant
 * before the proven transaction at which they were valid.
 */
final class Identities {
    private static final Set<Integer> MEMBER = Set.of(Certificates.LEGAL_IDENTITY);
    private static final Set<Integer> NOTARY = Set.of(Certificates.SERVICE_IDENTITY, Certificates.LEGAL_IDENTITY);

    private final Certificates certificates;
    private final Instant from;
    private final Instant until;
    private final Map<String, List<X509Certificate>> paths = new LinkedHashMap<>();
    private final Set<String> needed = new HashSet<>();

    Identities(Certificates certificates, Instant from, Instant until) {
        this.certificates = certificates;
        this.from = from;
        this.until = until;
    }

    /** Reads the identities of a document. */
    void read(List<CertifiedIdentity> identities) throws ProofRefusedException {
        String last = "";
        for (CertifiedIdentity identity : identities) {
            String name = identity.getName().toString();
            List<X509Certificate> path = Certificates.path(identity.getCertificates(), name);
            X509Certificate own = path.get(0);
            require(
                    CordaX500Name.build(own.getSubjectX500Principal()).equals(identity.getName()),
                    "The certificate of %s is for %s.",
                    name,
                    own.getSubjectX500Principal());
            String order = name + "|" + Certificates.key(own);
            require(order.compareTo(last) > 0, "The identities are not in the order of their names, each once.");
            last = order;
            paths.put(order, path);
        }
    }

    /** Verifies everybody the proven transaction rests on. */
    void verifyCurrent(List<Party> members, Party notary) throws ProofRefusedException {
        for (Party member : members) {
            verify(member, MEMBER, List.of(from, until));
        }
        verify(notary, NOTARY, List.of(from, until));
    }

    /** Verifies everybody else who ever had a part. */
    void verifyFormer(List<Party> members) throws ProofRefusedException {
        for (Party member : members) {
            if (!needed.contains(id(member))) {
                verify(member, MEMBER, List.of());
            }
        }
    }

    void requireAllNeeded() throws ProofRefusedException {
        for (String id : paths.keySet()) {
            require(
                    needed.contains(id),
                    "The document has an identity that nothing in the proof needs: %s",
                    id.substring(0, id.indexOf('|')));
        }
    }

    private void verify(Party party, Set<Integer> roles, List<Instant> instants) throws ProofRefusedException {
        String name = party.getName().toString();
        List<X509Certificate> path = paths.get(id(party));
        require(path != null, "The document has no certificate path for the key of %s.", name);
        needed.add(id(party));
        Set<Instant> judged = new LinkedHashSet<>(new ArrayList<>(instants));
        if (judged.isEmpty()) {
            judged.add(certificates.lastValid(path, until));
        }
        for (Instant instant : judged) {
            certificates.verify(path, roles, instant, name);
        }
    }

    /** Whether two parties are the same; Corda compares them by key only, and a proof speaks of names. */
    static boolean same(Party left, Party right) {
        return id(left).equals(id(right));
    }

    private static String id(Party party) {
        return party.getName() + "|" + Certificates.key(party.getOwningKey().getEncoded());
    }
}
