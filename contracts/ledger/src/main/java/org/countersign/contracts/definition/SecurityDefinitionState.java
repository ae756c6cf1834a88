package org.countersign.contracts.definition;

import com.r3.corda.lib.tokens.contracts.states.EvolvableTokenType;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.DeprecatedConstructorForDeserialization;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * The ledger state that defines a security; holdings point to it and never carry its terms themselves.
 *
 * <p>Its identifier is a digest of issuer, terms and policies as they were registered. Whoever registers another
 * definition under the same identifier would have to be the same issuer with the same registrars.
 */
@BelongsToContract(SecurityDefinitionContract.class)
public final class SecurityDefinitionState extends EvolvableTokenType {
    private final UniqueIdentifier linearId;
    private final Party issuer;
    private final SecurityTerms terms;
    private final ValidationPolicy validationPolicy;
    private final SecurityStatus status;
    private final String statusReason;
    private final int version;
    private final CompliancePolicy compliancePolicy;
    private final Instant pausedUntil;
    private final PinnedRules pinnedRules;

    /**
     * Creates a state without compliance policy, as definitions stood on the ledger before they could have one.
     *
     * @param linearId the self-certifying identifier
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param status whether holdings can move
     * @param statusReason why the status is what it is
     * @param version 1 when registered, one more with every change
     */
    @DeprecatedConstructorForDeserialization(version = 1)
    public SecurityDefinitionState(
            UniqueIdentifier linearId,
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            SecurityStatus status,
            String statusReason,
            int version) {
        this(linearId, issuer, terms, validationPolicy, status, statusReason, version, CompliancePolicy.none());
    }

    /**
     * Creates a state as it stands on the ledger. To register a security use {@link #registered}.
     *
     * @param linearId the self-certifying identifier
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param status whether holdings can move
     * @param statusReason why the status is what it is, for example an order's reference; empty when registered
     * @param version 1 when registered, one more with every change
     * @param compliancePolicy who may deal in the security, how much and when
     * @param pausedUntil when a pause ends, null if the status is another
     * @param pinnedRules the compiled rules that say the same, or null if the policy is judged as it stands
     */
    // Each parameter is a fact of the ledger's state, which has no smaller whole.
    @SuppressWarnings("checkstyle:ParameterNumber")
    @ConstructorForDeserialization
    public SecurityDefinitionState(
            UniqueIdentifier linearId,
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            SecurityStatus status,
            String statusReason,
            int version,
            CompliancePolicy compliancePolicy,
            Instant pausedUntil,
            PinnedRules pinnedRules) {
        this.linearId = Objects.requireNonNull(linearId, "linearId");
        this.issuer = Objects.requireNonNull(issuer, "issuer");
        this.terms = Objects.requireNonNull(terms, "terms");
        this.validationPolicy = Objects.requireNonNull(validationPolicy, "validationPolicy");
        this.status = Objects.requireNonNull(status, "status");
        this.statusReason = Objects.requireNonNull(statusReason, "statusReason");
        this.version = version;
        this.compliancePolicy = Objects.requireNonNull(compliancePolicy, "compliancePolicy");
        this.pausedUntil = pausedUntil;
        this.pinnedRules = pinnedRules;
    }

    /**
     * Creates a state without compiled rules; also what stands on the ledger from before there were any, and from
     * before there were policies and pauses. Corda takes the newest constructor for older states and gives it null for
     * what they lack, so this one serves all of them.
     *
     * @param linearId the self-certifying identifier
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param status whether holdings can move
     * @param statusReason why the status is what it is; empty when registered
     * @param version 1 when registered, one more with every change
     * @param compliancePolicy who may deal in the security, how much and when; null for none
     * @param pausedUntil when a pause ends, null if the status is another
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    @DeprecatedConstructorForDeserialization(version = 3)
    public SecurityDefinitionState(
            UniqueIdentifier linearId,
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            SecurityStatus status,
            String statusReason,
            int version,
            CompliancePolicy compliancePolicy,
            Instant pausedUntil) {
        this(
                linearId,
                issuer,
                terms,
                validationPolicy,
                status,
                statusReason,
                version,
                compliancePolicy == null ? CompliancePolicy.none() : compliancePolicy,
                pausedUntil,
                null);
    }

    /**
     * Creates a state that is not paused; also what stands on the ledger from before there were pauses.
     *
     * @param linearId the self-certifying identifier
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param status whether holdings can move
     * @param statusReason why the status is what it is; empty when registered
     * @param version 1 when registered, one more with every change
     * @param compliancePolicy who may deal in the security, how much and when
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    @DeprecatedConstructorForDeserialization(version = 2)
    public SecurityDefinitionState(
            UniqueIdentifier linearId,
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            SecurityStatus status,
            String statusReason,
            int version,
            CompliancePolicy compliancePolicy) {
        this(linearId, issuer, terms, validationPolicy, status, statusReason, version, compliancePolicy, null);
    }

    /**
     * The first state of a new security without compliance policy, with the identifier that its facts give it.
     *
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @return an active definition at version 1
     */
    public static SecurityDefinitionState registered(
            Party issuer, SecurityTerms terms, ValidationPolicy validationPolicy) {
        return registered(issuer, terms, validationPolicy, CompliancePolicy.none());
    }

    /**
     * The first state of a new security, with the identifier that its facts give it.
     *
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param compliancePolicy who may deal in it, how much and when
     * @return an active definition at version 1
     */
    public static SecurityDefinitionState registered(
            Party issuer, SecurityTerms terms, ValidationPolicy validationPolicy, CompliancePolicy compliancePolicy) {
        return registered(issuer, terms, validationPolicy, compliancePolicy, null);
    }

    /**
     * The first state of a new security with compiled rules, with the identifier that its facts give it.
     *
     * @param issuer the obligor
     * @param terms what the security is
     * @param validationPolicy which committees must attest what
     * @param compliancePolicy who may deal in it, how much and when
     * @param pinnedRules the compiled rules that say the same, or null if there are none
     * @return an active definition at version 1
     */
    public static SecurityDefinitionState registered(
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy validationPolicy,
            CompliancePolicy compliancePolicy,
            PinnedRules pinnedRules) {
        return new SecurityDefinitionState(
                foundingId(issuer, terms, validationPolicy, compliancePolicy, pinnedRules),
                issuer,
                terms,
                validationPolicy,
                SecurityStatus.ACTIVE,
                "",
                1,
                compliancePolicy,
                null,
                pinnedRules);
    }

    static UniqueIdentifier foundingId(
            Party issuer,
            SecurityTerms terms,
            ValidationPolicy policy,
            CompliancePolicy compliancePolicy,
            PinnedRules pinnedRules) {
        SelfCertifyingId id = new SelfCertifyingId("org.countersign.security")
                .with(issuer)
                .with(terms.getSymbol())
                .with(terms.getIsin() == null ? null : terms.getIsin().getCode())
                .with(terms.getName())
                .with(terms.getCurrency())
                .with(terms.getDenomination())
                .with(terms.getAuthorisedQuantity())
                .with(terms.getFractionDigits())
                .with(policy.getSegment())
                .with(policy.getRequirements().size());
        for (AspectRequirement requirement : policy.getRequirements()) {
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
        return id.build();
    }

    /**
     * The next version, with another status.
     *
     * @param newStatus whether holdings can move from then on
     * @param reason why
     * @return the same security, one version later
     */
    public SecurityDefinitionState withStatus(SecurityStatus newStatus, String reason) {
        return new SecurityDefinitionState(
                linearId,
                issuer,
                terms,
                validationPolicy,
                newStatus,
                reason,
                Math.addExact(version, 1),
                compliancePolicy,
                null,
                pinnedRules);
    }

    /**
     * The next version, paused.
     *
     * @param until when holdings can move again
     * @param reason why
     * @return the same security, one version later
     */
    public SecurityDefinitionState withPause(Instant until, String reason) {
        return new SecurityDefinitionState(
                linearId,
                issuer,
                terms,
                validationPolicy,
                SecurityStatus.PAUSED,
                reason,
                Math.addExact(version, 1),
                compliancePolicy,
                until,
                pinnedRules);
    }

    /**
     * Whether holdings can move, as far as the status goes.
     *
     * @param moment the beginning of a time-window, or null if there is none
     * @return whether the security is active, or a pause of it has ended by then
     */
    public boolean isOpenAt(Instant moment) {
        return status == SecurityStatus.ACTIVE
                || status == SecurityStatus.PAUSED
                        && pausedUntil != null
                        && moment != null
                        && !moment.isBefore(pausedUntil);
    }

    /**
     * The token type of this security's holdings: a pointer to this definition, issued by its issuer.
     *
     * @return the type to build {@code Amount}s and holdings with
     */
    public IssuedTokenType tokenType() {
        return new IssuedTokenType(
                issuer,
                new TokenPointer<>(
                        new LinearPointer<>(linearId, SecurityDefinitionState.class, true), terms.getFractionDigits()));
    }

    @Override
    public UniqueIdentifier getLinearId() {
        return linearId;
    }

    /** The obligor. */
    public Party getIssuer() {
        return issuer;
    }

    /** What the security is. */
    public SecurityTerms getTerms() {
        return terms;
    }

    /** Which committees must attest what. */
    public ValidationPolicy getValidationPolicy() {
        return validationPolicy;
    }

    /** Whether holdings can move. */
    public SecurityStatus getStatus() {
        return status;
    }

    /** Why the status is what it is; empty when registered. */
    public String getStatusReason() {
        return statusReason;
    }

    /** 1 when registered, one more with every change. */
    public int getVersion() {
        return version;
    }

    /** Who may deal in the security, how much and when. */
    public CompliancePolicy getCompliancePolicy() {
        return compliancePolicy;
    }

    /** When a pause ends; null if the security is not paused. */
    public Instant getPausedUntil() {
        return pausedUntil;
    }

    /** The compiled rules that say the same as the compliance policy, or null if there are none. */
    public PinnedRules getPinnedRules() {
        return pinnedRules;
    }

    @Override
    public List<Party> getMaintainers() {
        return Collections.singletonList(issuer);
    }

    @Override
    public int getFractionDigits() {
        return terms.getFractionDigits();
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof SecurityDefinitionState)) {
            return false;
        }
        SecurityDefinitionState that = (SecurityDefinitionState) other;
        return SelfCertifyingId.same(linearId, that.linearId)
                && issuer.equals(that.issuer)
                // Corda compares parties by key only.
                && issuer.getName().equals(that.issuer.getName())
                && terms.equals(that.terms)
                && validationPolicy.equals(that.validationPolicy)
                && status == that.status
                && statusReason.equals(that.statusReason)
                && version == that.version
                && compliancePolicy.equals(that.compliancePolicy)
                && Objects.equals(pausedUntil, that.pausedUntil)
                && Objects.equals(pinnedRules, that.pinnedRules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(linearId, version);
    }

    @Override
    public String toString() {
        return terms + ", version " + version + ", " + status + (pausedUntil == null ? "" : " until " + pausedUntil);
    }
}
