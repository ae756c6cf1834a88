package org.countersign.contracts.definition;

import com.r3.corda.lib.tokens.contracts.states.EvolvableTokenType;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.time.Instant;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.DeprecatedConstructorForDeserialization;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.validation.ValidationPolicy;

/**
 * The ledger state that defines a security; holdings point to it and never carry its terms themselves.
 *
 * <p>Its identifier is a digest of issuer and provisions as they were registered, and stays when they are amended.
 * Whoever registers another definition under the same identifier would have to be the same issuer with the same
 * registrars.
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
    private final Period amendmentNotice;
    private final Amendment announced;

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
     * @param amendmentNotice see {@link Provisions#getAmendmentNotice()}
     * @param announced the amendment that is announced, or null if there is none
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
            PinnedRules pinnedRules,
            Period amendmentNotice,
            Amendment announced) {
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
        this.amendmentNotice = amendmentNotice;
        this.announced = announced;
    }

    /**
     * Creates a state that cannot be amended; also what stands on the ledger from before there were amendments, and
     * from before there were policies, pauses and compiled rules. Corda takes the newest constructor for older states
     * and gives it null for what they lack, so this one serves all of them.
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
     * @param pinnedRules the compiled rules that say the same, or null if the policy is judged as it stands
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    @DeprecatedConstructorForDeserialization(version = 1)
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
                pinnedRules,
                null,
                null);
    }

    private SecurityDefinitionState(SecurityDefinitionState before, Provisions provisions, Amendment announced) {
        this(
                before.linearId,
                before.issuer,
                provisions.getTerms(),
                provisions.getValidationPolicy(),
                before.status,
                before.statusReason,
                Math.addExact(before.version, 1),
                provisions.getCompliancePolicy(),
                before.pausedUntil,
                provisions.getPinnedRules(),
                provisions.getAmendmentNotice(),
                announced);
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
     * The first state of a new security with compiled rules that cannot be amended, with the identifier that its facts
     * give it.
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
        return registered(issuer, new Provisions(terms, validationPolicy, compliancePolicy, pinnedRules, null));
    }

    /**
     * The first state of a new security, with the identifier that its facts give it.
     *
     * @param issuer the obligor
     * @param provisions all that its definition says
     * @return an active definition at version 1
     */
    public static SecurityDefinitionState registered(Party issuer, Provisions provisions) {
        return new SecurityDefinitionState(
                foundingId(issuer, provisions),
                issuer,
                provisions.getTerms(),
                provisions.getValidationPolicy(),
                SecurityStatus.ACTIVE,
                "",
                1,
                provisions.getCompliancePolicy(),
                null,
                provisions.getPinnedRules(),
                provisions.getAmendmentNotice(),
                null);
    }

    static UniqueIdentifier foundingId(Party issuer, Provisions provisions) {
        return provisions
                .addTo(new SelfCertifyingId("org.countersign.security").with(issuer))
                .build();
    }

    /**
     * The next version, with another status.
     *
     * @param newStatus whether holdings can move from then on
     * @param reason why
     * @return the same security, one version later
     */
    public SecurityDefinitionState withStatus(SecurityStatus newStatus, String reason) {
        return withStatus(newStatus, reason, null);
    }

    /**
     * The next version, paused.
     *
     * @param until when holdings can move again
     * @param reason why
     * @return the same security, one version later
     */
    public SecurityDefinitionState withPause(Instant until, String reason) {
        return withStatus(SecurityStatus.PAUSED, reason, until);
    }

    private SecurityDefinitionState withStatus(SecurityStatus newStatus, String reason, Instant until) {
        return new SecurityDefinitionState(
                linearId,
                issuer,
                terms,
                validationPolicy,
                newStatus,
                reason,
                Math.addExact(version, 1),
                compliancePolicy,
                until,
                pinnedRules,
                amendmentNotice,
                announced);
    }

    /**
     * The next version, with an amendment announced. What the definition says is the same.
     *
     * @param amendment what it will say
     * @return the same security, one version later
     */
    public SecurityDefinitionState withAnnounced(Amendment amendment) {
        return new SecurityDefinitionState(this, provisions(), amendment);
    }

    /**
     * The next version, without the amendment that was announced.
     *
     * @return the same security, one version later
     */
    public SecurityDefinitionState withoutAnnounced() {
        return new SecurityDefinitionState(this, provisions(), null);
    }

    /**
     * The next version, which says what was announced.
     *
     * @return the same security, one version later
     * @throws IllegalStateException if no amendment is announced
     */
    public SecurityDefinitionState amended() {
        if (announced == null) {
            throw new IllegalStateException("No amendment of " + terms.getSymbol() + " is announced.");
        }
        return new SecurityDefinitionState(this, announced.getProvisions(), null);
    }

    /** All that the definition says and an amendment can put something else in the place of. */
    public Provisions provisions() {
        return new Provisions(terms, validationPolicy, compliancePolicy, pinnedRules, amendmentNotice);
    }

    /**
     * The SHA-256 digest of an amendment of what this definition says, for those who agree to it before it is
     * announced. When it takes effect is not in it: the notice says that.
     *
     * @param amended what the definition is to say
     * @return the same for the same change of the same security, on every machine
     */
    public SecureHash amendmentDigest(Provisions amended) {
        SelfCertifyingId parts =
                new SelfCertifyingId("org.countersign.security.amendment").with(linearId.getExternalId());
        provisions().addTo(parts);
        return amended.addTo(parts.with("becomes")).digest();
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

    /** See {@link Provisions#getAmendmentNotice()}. */
    public Period getAmendmentNotice() {
        return amendmentNotice;
    }

    /** The amendment that is announced and not yet in force, or null if there is none. */
    public Amendment getAnnounced() {
        return announced;
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
                && provisions().equals(that.provisions())
                && status == that.status
                && statusReason.equals(that.statusReason)
                && version == that.version
                && Objects.equals(pausedUntil, that.pausedUntil)
                && Objects.equals(announced, that.announced);
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
