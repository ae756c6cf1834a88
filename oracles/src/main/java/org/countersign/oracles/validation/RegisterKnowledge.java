package org.countersign.oracles.validation;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.RegisterTold;

/**
 * What registrars have told for compliance: one question, and the answers of a quorum of their weight, which may differ
 * by what one has recorded and another has not yet. Whoever judges by them judges by each.
 */
public final class RegisterKnowledge {
    private final RegisterQuestion question;
    private final List<RegisterTold> answers;
    private final Map<PublicKey, HolderClaims> holders;

    /**
     * Creates it.
     *
     * @param question what was asked
     * @param answers each fits the question and the transaction; at least one
     * @param holders what this authority knows of those in question who do not move
     */
    public RegisterKnowledge(
            RegisterQuestion question, List<RegisterTold> answers, Map<PublicKey, HolderClaims> holders) {
        this.question = Objects.requireNonNull(question, "question");
        this.answers = Collections.unmodifiableList(new ArrayList<>(answers));
        this.holders = Collections.unmodifiableMap(new LinkedHashMap<>(holders));
    }

    /** What was asked. */
    public RegisterQuestion getQuestion() {
        return question;
    }

    /** The answers of a quorum. */
    public List<RegisterTold> getAnswers() {
        return answers;
    }

    /** What this authority knows of those in question who do not move, from when they did. */
    public Map<PublicKey, HolderClaims> getHolders() {
        return holders;
    }
}
