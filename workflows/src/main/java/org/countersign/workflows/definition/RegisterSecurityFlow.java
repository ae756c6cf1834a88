package org.countersign.workflows.definition;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ProgressTracker;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.SupersededException;

/** Puts a new security on the ledger: the issuer proposes it and the registrars take it into their register. */
public final class RegisterSecurityFlow {
    private RegisterSecurityFlow() {}

    /**
     * Starts the registration; runs at the issuer.
     *
     * <p>Steps: find the committees; build and sign; attest, vote, notarise, distribute. Fails if a committee is
     * unknown or its choice ambiguous, if the symbol or ISIN is taken, or if a term is out of range.
     */
    @StartableByRPC
    public static final class Initiator extends FlowLogic<TransactionReceipt> {
        private static final ProgressTracker.Step BUILDING = new ProgressTracker.Step("Building the definition");
        private static final ProgressTracker.Step FINALISING =
                new ProgressTracker.Step("Having registrars vote and finalise");

        private final SecurityTerms terms;
        private final String segment;
        private final List<String> committeeNames;
        private final List<CommitteeChoice> choices;
        private final List<MeasureGrant> grants;
        private final CompliancePolicy compliancePolicy;
        private final ProgressTracker progress = new ProgressTracker(BUILDING, FINALISING);

        /**
         * Creates the flow for a security of no segment in particular.
         *
         * @param terms what the security is
         * @param committeeNames which committees validate it; empty for the only known one of each aspect
         */
        public Initiator(SecurityTerms terms, List<String> committeeNames) {
            this(terms, committeeNames, Segment.WHOLE_NETWORK);
        }

        /**
         * Creates the flow for a security that grants no measures.
         *
         * @param terms what the security is
         * @param committeeNames which committees validate it, one for each aspect; empty for the only known one of each
         *     aspect that is competent in the segment
         * @param segment the segment of the security
         */
        public Initiator(SecurityTerms terms, List<String> committeeNames, String segment) {
            this(terms, committeeNames, segment, Collections.emptyList());
        }

        /**
         * Creates the flow. The registrars attest every operation, other committees issues, transfers and redemptions,
         * and those of IDENTITY also what a measure gives to somebody.
         *
         * @param terms what the security is
         * @param committeeNames which committees validate it, one for each aspect; empty for the only known one of each
         *     aspect that is competent in the segment
         * @param segment the segment of the security
         * @param grants what can be done to a holder on an order, without its signature; may be empty
         */
        public Initiator(SecurityTerms terms, List<String> committeeNames, String segment, List<MeasureGrant> grants) {
            this(terms, committeeNames, segment, grants, CompliancePolicy.none());
        }

        /**
         * Creates the flow with measures and a compliance policy.
         *
         * @param terms what the security is
         * @param committeeNames which committees validate it, one for each aspect; empty for the only known one of each
         *     aspect that is competent in the segment. A policy with private rules needs a COMPLIANCE committee
         * @param segment the segment of the security
         * @param grants what can be done to a holder on an order, without its signature; may be empty
         * @param compliancePolicy who may deal in it, how much and when; null for no policy
         */
        public Initiator(
                SecurityTerms terms,
                List<String> committeeNames,
                String segment,
                List<MeasureGrant> grants,
                CompliancePolicy compliancePolicy) {
            this.terms = terms;
            this.segment = segment;
            this.grants = new ArrayList<>(grants);
            this.committeeNames = new ArrayList<>(committeeNames);
            this.choices = Collections.emptyList();
            this.compliancePolicy = compliancePolicy == null ? CompliancePolicy.none() : compliancePolicy;
        }

        /**
         * Creates the flow with a policy in full.
         *
         * @param terms what the security is
         * @param segment the segment of the security
         * @param choices which committee attests which aspect of which operations; the registrars all of them
         */
        public Initiator(SecurityTerms terms, String segment, List<CommitteeChoice> choices) {
            this(terms, segment, choices, CompliancePolicy.none());
        }

        /**
         * Creates the flow with both policies in full.
         *
         * @param terms what the security is
         * @param segment the segment of the security
         * @param choices which committee attests which aspect of which operations; the registrars all of them
         * @param compliancePolicy who may deal in it, how much and when; null for no policy
         */
        public Initiator(
                SecurityTerms terms, String segment, List<CommitteeChoice> choices, CompliancePolicy compliancePolicy) {
            this.terms = terms;
            this.segment = segment;
            this.committeeNames = Collections.emptyList();
            this.choices = new ArrayList<>(choices);
            this.grants = Collections.emptyList();
            this.compliancePolicy = compliancePolicy == null ? CompliancePolicy.none() : compliancePolicy;
        }

        @Override
        public ProgressTracker getProgressTracker() {
            return progress;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            try {
                return register();
            } catch (SupersededException superseded) {
                await(new DefinitionRound(getServiceHub(), getOurIdentity(), new DefinitionQuery(null, null)));
                return register();
            }
        }

        @Suspendable
        private TransactionReceipt register() throws FlowException {
            progress.setCurrentStep(BUILDING);
            PolicyChoice choice = new PolicyChoice(getServiceHub(), segment);
            ValidationPolicy policy = choices.isEmpty() ? choice.of(committeeNames, grants) : choice.ofChoices(choices);
            SecurityDefinitionState definition =
                    SecurityDefinitionState.registered(getOurIdentity(), terms, policy, compliancePolicy);
            SignedTransaction signed = RegistrationTransaction.signed(getServiceHub(), definition);
            progress.setCurrentStep(FINALISING);
            return subFlow(new FinaliseFlow(signed, Operation.DEFINE));
        }
    }
}
