package org.countersign.workflows.compliance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.compliance.ScreeningFindingSchema.Row;

/** What this authority has found by screening those whom it knows. Used within flows. */
public final class ScreeningFindings {
    /** The most findings that are told at once. */
    public static final int MOST = 1_000;

    private ScreeningFindings() {}

    /**
     * Keeps what a screening of one person has found; what earlier ones found and this one did not stands no more.
     *
     * @param services the node's services
     * @param person the name that was looked up
     * @param party the member under whom the authority knows the person
     * @param found all that was found; may be empty
     */
    public static void keep(ServiceHub services, String person, String party, List<ScreeningFinding> found) {
        services.withEntityManager(database -> {
            Set<String> ids = new HashSet<>();
            for (ScreeningFinding finding : found) {
                ids.add(finding.id().toString());
                Row known = database.find(Row.class, finding.id().toString());
                if (known == null) {
                    database.persist(new Row(finding));
                } else {
                    known.found(finding);
                }
            }
            database
                    .createQuery(
                            "select r from CountersignScreeningFinding r where r.person = :person and r.party = :party"
                                    + " and r.standing = true",
                            Row.class)
                    .setParameter("person", person)
                    .setParameter("party", party)
                    .getResultList()
                    .stream()
                    .filter(row -> !ids.contains(row.getId()))
                    .forEach(Row::gone);
            return null;
        });
    }

    /**
     * What has been found.
     *
     * @param services the node's services
     * @param gone whether those are told too that stand no more
     * @return at most {@link #MOST}, those that stand first, the latest of them first
     */
    static List<ScreeningFinding> read(ServiceHub services, boolean gone) {
        return services.withEntityManager((EntityManager database) -> {
            List<ScreeningFinding> findings = new ArrayList<>();
            for (Row row : database.createQuery(
                            "select r from CountersignScreeningFinding r where r.standing = true or :gone = true"
                                    + " order by r.standing desc, r.lastFound desc, r.id",
                            Row.class)
                    .setParameter("gone", gone)
                    .setMaxResults(MOST)
                    .getResultList()) {
                findings.add(row.toFinding());
            }
            return findings;
        });
    }
}
