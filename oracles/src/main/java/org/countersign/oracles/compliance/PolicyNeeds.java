package org.countersign.oracles.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** What a policy asks for, found by having it judge a made-up movement and listening to its questions. */
final class PolicyNeeds {
    private PolicyNeeds() {}

    /** Whether a policy has a rule that only claims or the register decide. */
    static boolean isPrivate(CompliancePolicy policy) {
        return policy.getCondition() != null && RuleCatalogue.isPrivate(policy.getCondition());
    }

    /**
     * Since when a policy asks how much was disposed of.
     *
     * @param policy the policy
     * @param terms of the security
     * @param operation what is done
     * @param from the beginning of the time-window
     * @param until its end
     * @param keys those that give or take, of whom each is tried as a giver
     * @return the beginnings
     */
    static List<Instant> disposalsSince(
            CompliancePolicy policy,
            SecurityTerms terms,
            Operation operation,
            Instant from,
            Instant until,
            Set<PublicKey> keys) {
        Listening listening = new Listening();
        for (PublicKey key : keys) {
            Lot lot = new Lot(key, BigDecimal.ONE, Instant.EPOCH, Instant.EPOCH);
            policy.judge(new JudgedMovement(
                            operation, terms, from, until, Collections.singletonList(lot), Collections.emptyList())
                    .withClaims(new HashMap<>())
                    .withRegister(listening));
        }
        return new ArrayList<>(listening.since);
    }

    /** An empty register that notes what it is asked. */
    private static final class Listening implements RegisterFigures {
        private final Set<Instant> since = new LinkedHashSet<>();

        @Override
        public BigDecimal getOutstanding() {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal holdingOf(PublicKey holder) {
            return BigDecimal.ZERO;
        }

        @Override
        public int countHolders(Predicate<HolderClaims> counted) {
            return 0;
        }

        @Override
        public BigDecimal heldBy(Predicate<HolderClaims> counted) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal disposedOf(PublicKey holder, Instant beginning) {
            since.add(beginning);
            return BigDecimal.ZERO;
        }
    }
}
