package org.countersign.workflows.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.identity.CredentialSchema.Issued;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/** The record of the credentials that this node has issued. */
final class IssuedCredentials {
    private final ServiceHub services;

    IssuedCredentials(ServiceHub services) {
        this.services = services;
    }

    /** Enters a credential. */
    void enter(CredentialDocument credential, CordaX500Name holder) {
        services.withEntityManager(database -> {
            database.persist(new Issued(
                    credential.id(),
                    holder.toString(),
                    credential.getStatusList(),
                    credential.getStatusIndex(),
                    credential.getCompact()));
            return null;
        });
    }

    /** The places of a status list that are taken. */
    Set<Integer> taken(String statusList) {
        return new HashSet<>(services.withEntityManager(database -> {
            return database.createQuery(
                            "select i.statusIndex from CountersignIssuedCredential i where i.statusList = :list",
                            Integer.class)
                    .setParameter("list", statusList)
                    .getResultList();
        }));
    }

    /** Every credential with the member that it was delivered to. */
    Map<CredentialDocument, CordaX500Name> all() throws MalformedException {
        List<Object[]> rows = new ArrayList<>(services.withEntityManager(database -> {
            return database.createQuery(
                            "select i.document, i.holder from CountersignIssuedCredential i order by i.statusList,"
                                    + " i.id",
                            Object[].class)
                    .getResultList();
        }));
        Map<CredentialDocument, CordaX500Name> issued = new LinkedHashMap<>();
        for (Object[] row : rows) {
            issued.put(CredentialDocument.read(row[0].toString()), CordaX500Name.parse(row[1].toString()));
        }
        return issued;
    }

    /** A credential by its id. */
    CredentialDocument require(String id) throws WorkflowException {
        return CredentialDocument.read(row(id).getDocument());
    }

    /** The member that a credential was delivered to. */
    CordaX500Name holder(String id) throws WorkflowException {
        return CordaX500Name.parse(row(id).getHolder());
    }

    private Issued row(String id) throws WorkflowException {
        return Optional.ofNullable(services.withEntityManager(database -> {
                    return database.find(Issued.class, id);
                }))
                .orElseThrow(() -> new WorkflowException(
                        "This node has issued no credential " + id + ".",
                        "Name one of those that 'identity list --issued' shows."));
    }
}
