package org.countersign.oracles.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.RegisterFigures;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Finding;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.RegisterKnowledge;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.compliance.PolicyRequirements;
import org.countersign.workflows.compliance.RegisterTold;
import org.countersign.workflows.compliance.RegisteredLot;

/**
 * The policy of a security, judged on one transaction. Where registrars differ it is judged by the register of each,
 * and the least favourable report counts: so a single registrar can make a limit stricter by what it tells, and not
 * loosen it.
 */
final class PolicyJudgement {
    private final TransferFacts facts;
    private final SecurityTerms terms;
    private final Instant until;
    private final Map<PublicKey, HolderClaims> claims;
    private final Set<PublicKey> unknown;
    private final RegisterKnowledge register;

    /**
     * Prepares the judgement.
     *
     * @param facts with what registrars have told
     * @param claims of those who give or take
     * @param unknown those of whom it is not known what they will present
     */
    PolicyJudgement(TransferFacts facts, Map<PublicKey, HolderClaims> claims, Set<PublicKey> unknown) {
        this.facts = facts;
        this.unknown = unknown;
        this.terms = facts.getSecurity().getTerms();
        this.until = facts.getTimeWindow().getUntilTime();
        this.register = facts.getRegister()
                .orElseThrow(() -> new IllegalStateException("What registrars tell was not gathered."));
        this.claims = new LinkedHashMap<>(register.getHolders());
        // Registrars were asked by the persons of then; a file of records may have changed since.
        claims.forEach((key, known) -> this.claims.merge(
                key,
                known,
                (person, now) -> new HolderClaims(person.getPerson(), person.getIdentifiers(), now.getValues())));
    }

    /** The findings of the least favourable report: every rule once, and last the policy as a whole. */
    List<Finding> findings() {
        CompliancePolicy policy = facts.getSecurity().getCompliancePolicy();
        ComplianceReport worst = null;
        for (RegisterTold told : register.getAnswers()) {
            ComplianceReport report = policy.judge(movement(told));
            if (worst == null || report.getDecision().compareTo(worst.getDecision()) < 0) {
                worst = report;
            }
        }
        return PolicyRequirements.findings(worst);
    }

    private JudgedMovement movement(RegisterTold told) {
        List<Lot> surrendered = new ArrayList<>();
        for (RegisteredLot lot : told.getLots()) {
            surrendered.add(new Lot(
                    lot.getHolder(),
                    BigDecimal.valueOf(lot.getQuantity(), terms.getFractionDigits()),
                    lot.getIssued() == null ? until : lot.getIssued(),
                    lot.getAcquired() == null ? until : lot.getAcquired()));
        }
        List<Lot> received = new ArrayList<>();
        for (HoldingFact output : facts.getOutputs()) {
            received.add(new Lot(
                    output.getKey(),
                    output.getQuantity(),
                    output.getIssued().orElse(until),
                    output.getAcquired().orElse(until)));
        }
        RegisterFigures figures = new CountedRegister(
                register.getQuestion(), told, terms.getFractionDigits(), claims, surrendered, received);
        return new JudgedMovement(
                        facts.getOperation(), terms, facts.getTimeWindow().getFromTime(), until, surrendered, received)
                .withClaims(claims)
                .withUnknown(unknown)
                .withRegister(figures);
    }
}
