package org.countersign.oracles.validation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import net.corda.core.schemas.MappedSchema;

/** The database schema of the answers that an authority has given and may be asked for again. */
public final class GivenAnswerSchema extends MappedSchema {
    /** Created by the node. */
    public GivenAnswerSchema() {
        super(GivenAnswerSchema.class, 1, Collections.singletonList(Row.class));
    }

    @Override
    public String getMigrationResource() {
        return "countersign-given-answer.changelog-master";
    }

    /** The answer about one aspect of one transaction by one seat. */
    @Entity(name = "CountersignGivenAnswer")
    @Table(name = "countersign_given_answer")
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @Column(name = "answer_id", length = 64, nullable = false)
        private String answerId;

        @Column(name = "until", nullable = false)
        private Instant until;

        // A long text and not a large object, which PostgreSQL would keep outside of the table.
        @Column(name = "answer", length = 1_000_000, nullable = false)
        private String answer;

        /** For the database layer. */
        protected Row() {}

        Row(String answerId, Instant until, String answer) {
            this.answerId = answerId;
            this.until = until;
            this.answer = answer;
        }

        String getAnswer() {
            return answer;
        }
    }
}
