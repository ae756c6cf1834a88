package org.countersign.workflows.validation.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.validation.journal.JournalSchema.Row;

/** Which entries of a journal are asked for; every condition that is given has to hold. */
@CordaSerializable
public final class JournalQuery {
    private final long after;
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final CordaX500Name asker;
    private final Boolean attested;
    private final Instant since;
    private final Instant until;

    /**
     * Creates a query; every parameter but the first may be null for any.
     *
     * @param after entries with a higher number than this
     * @param transactionId entries about this transaction
     * @param aspect entries about this aspect
     * @param asker entries about what this party asked
     * @param attested entries about attestations, or about refusals
     * @param since entries made at this time or later
     * @param until entries made before this time
     */
    public JournalQuery(
            long after,
            SecureHash transactionId,
            Aspect aspect,
            CordaX500Name asker,
            Boolean attested,
            Instant since,
            Instant until) {
        this.after = after;
        this.transactionId = transactionId;
        this.aspect = aspect;
        this.asker = asker;
        this.attested = attested;
        this.since = since;
        this.until = until;
    }

    /** A query for every entry. */
    public static JournalQuery all() {
        return new JournalQuery(0, null, null, null, null, null, null);
    }

    /**
     * The next page of the same query.
     *
     * @param sequence the highest number of the page before
     * @return the query
     */
    public JournalQuery after(long sequence) {
        return new JournalQuery(sequence, transactionId, aspect, asker, attested, since, until);
    }

    List<Predicate> predicates(CriteriaBuilder builder, Root<Row> row) {
        List<Predicate> predicates = new ArrayList<>();
        predicates.add(builder.greaterThan(row.<Long>get("sequence"), after));
        if (transactionId != null) {
            predicates.add(builder.equal(row.get("transactionId"), transactionId.toString()));
        }
        if (aspect != null) {
            predicates.add(builder.equal(row.get("aspect"), aspect.name()));
        }
        if (asker != null) {
            predicates.add(builder.equal(row.get("asker"), asker.toString()));
        }
        if (attested != null) {
            predicates.add(builder.equal(row.get("attested"), attested));
        }
        if (since != null) {
            predicates.add(builder.greaterThanOrEqualTo(row.<Instant>get("at"), since));
        }
        if (until != null) {
            predicates.add(builder.lessThan(row.<Instant>get("at"), until));
        }
        return predicates;
    }

    /** Entries with a higher number than this. */
    public long getAfter() {
        return after;
    }

    /** The transaction, or null for any. */
    public SecureHash getTransactionId() {
        return transactionId;
    }

    /** The aspect, or null for any. */
    public Aspect getAspect() {
        return aspect;
    }

    /** Who asked, or null for anybody. */
    public CordaX500Name getAsker() {
        return asker;
    }

    /** Whether attestations or refusals are asked for, or null for both. */
    public Boolean getAttested() {
        return attested;
    }

    /** The earliest time, or null for any. */
    public Instant getSince() {
        return since;
    }

    /** The time before which, or null for any. */
    public Instant getUntil() {
        return until;
    }
}
