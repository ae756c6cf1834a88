package org.countersign.contracts.definition;

import java.time.Period;
import java.util.Objects;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * What a definition says, as one whole: what is registered, and what an {@link Amendment} puts another in the place of.
 * Whose security it is, which version, and whether it moves are not part of it.
 */
@CordaSerializable
public final class Provisions {
    private final SecurityTerms terms;
    private final ValidationPolicy validationPolicy;
    private final CompliancePolicy compliancePolicy;
    private final PinnedRules pinnedRules;
    private final Period amendmentNotice;

    /**
     * Creates provisions. The contract checks ranges.
     *
     * @param terms what the security is
     * @param validationPolicy which committees must attest what; those that it names for {@link Operation#AMEND}
     *     approve amendments
     * @param compliancePolicy who may deal in it, how much and when
     * @param pinnedRules the compiled rules that say the same, or null if there are none
     * @param amendmentNotice how long before it takes effect an amendment is announced, in days and months of the
     *     calendar in UTC; null if the security cannot be amended
     */
    public Provisions(
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            CompliancePolicy compliancePolicy,
            PinnedRules pinnedRules,
            Period amendmentNotice) {
        this.terms = Objects.requireNonNull(terms, "terms");
        this.validationPolicy = Objects.requireNonNull(validationPolicy, "validationPolicy");
        this.compliancePolicy = Objects.requireNonNull(compliancePolicy, "compliancePolicy");
        this.pinnedRules = pinnedRules;
        this.amendmentNotice = amendmentNotice;
    }

    /** What the security is. */
    public SecurityTerms getTerms() {
        return terms;
    }

    /** Which committees must attest what. */
    public ValidationPolicy getValidationPolicy() {
        return validationPolicy;
    }

    /** Who may deal in the security, how much and when. */
    public CompliancePolicy getCompliancePolicy() {
        return compliancePolicy;
    }

    /** The compiled rules that say the same as the compliance policy, or null if there are none. */
    public PinnedRules getPinnedRules() {
        return pinnedRules;
    }

    /** How long before it takes effect an amendment is announced; null if the security cannot be amended. */
    public Period getAmendmentNotice() {
        return amendmentNotice;
    }

    /** Adds all of it to a digest; what a security has none of adds nothing. */
    SelfCertifyingId addTo(SelfCertifyingId id) {
        id.with(terms.getSymbol())
                .with(terms.getIsin() == null ? null : terms.getIsin().getCode())
                .with(terms.getName())
                .with(terms.getCurrency())
                .with(terms.getDenomination())
                .with(terms.getAuthorisedQuantity())
                .with(terms.getFractionDigits())
                .with(validationPolicy.getSegment())
                .with(validationPolicy.getRequirements().size());
        for (AspectRequirement requirement : validationPolicy.getRequirements()) {
            id.with(requirement.getAspect().name())
                    .with(requirement.getCommittee().getExternalId())
                    .with(requirement.getOperations().size());
            for (Operation operation : requirement.getOperations()) {
                id.with(operation.name());
            }
        }
        // Nothing for no policy: what was registered before there were any keeps its identifier.
        if (compliancePolicy.getCondition() != null) {
            id.with(compliancePolicy.describe());
        }
        if (pinnedRules != null) {
            id.with(pinnedRules.getSource()).with(pinnedRules.getJar()).with(pinnedRules.getCompilerVersion());
        }
        if (amendmentNotice != null) {
            id.with("amendment notice").with(amendmentNotice.toString());
        }
        return id;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Provisions)) {
            return false;
        }
        Provisions that = (Provisions) other;
        return terms.equals(that.terms)
                && validationPolicy.equals(that.validationPolicy)
                && compliancePolicy.equals(that.compliancePolicy)
                && Objects.equals(pinnedRules, that.pinnedRules)
                && Objects.equals(amendmentNotice, that.amendmentNotice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(terms, validationPolicy, pinnedRules, amendmentNotice);
    }

    @Override
    public String toString() {
        return terms + ", " + validationPolicy + (pinnedRules == null ? "" : ", " + pinnedRules);
    }
}
