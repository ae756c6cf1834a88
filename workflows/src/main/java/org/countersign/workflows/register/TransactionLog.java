package org.countersign.workflows.register;

import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.Query;
import net.corda.core.crypto.SecureHash;
import net.corda.core.node.ServiceHub;

/**
 * The ids of the transactions that this node has recorded.
 *
 * <p>Corda's public storage interface gives one transaction by its id, or all of them at once in memory. The table that
 * it keeps them in is documented for operators; this is the one place that reads it.
 */
final class TransactionLog {
    private static final String VERIFIED = "select t.tx_id from node_transactions t where t.status = 'V'";

    private final ServiceHub services;

    TransactionLog(ServiceHub services) {
        this.services = services;
    }

    /** Ids in order, after one of them, at most so many. */
    List<SecureHash> page(SecureHash after, int most) {
        return read(VERIFIED + " and t.tx_id > :after order by t.tx_id", after == null ? "" : after.toString(), most);
    }

    /** The ids that were recorded last, at most so many. */
    List<SecureHash> newest(int most) {
        return read(VERIFIED + " order by t.timestamp desc", null, most);
    }

    private List<SecureHash> read(String sql, String after, int most) {
        return services.withEntityManager(database -> {
            Query query = database.createNativeQuery(sql);
            if (after != null) {
                query.setParameter("after", after);
            }
            List<?> ids = query.setMaxResults(most).getResultList();
            return ids.stream().map(id -> SecureHash.create(id.toString())).collect(Collectors.toList());
        });
    }
}
