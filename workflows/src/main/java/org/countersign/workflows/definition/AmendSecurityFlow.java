package org.countersign.workflows.definition;

import java.util.HashSet;
import java.util.Set;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AttestedTransaction;

/**
 * Amends a security: its issuer announces a new source, the committees that the definition in force names approve it,
 * and after the notice the issuer completes it. Until then holdings move by what is in force.
 *
 * <p>The approvers' operators look at the change on their own nodes and affirm it beforehand, see
 * {@link AffirmAmendmentFlow}.
 */
public final class AmendSecurityFlow {
    private AmendSecurityFlow() {}

    /**
     * Announces an amendment; runs at the issuer.
     *
     * <p>Steps as in {@link DefinitionChangeFlow}. Fails if the source has an error, the definition cannot be amended,
     * another amendment is announced, or an approving committee has not affirmed exactly this one.
     */
    @StartableByRPC
    public static final class Announce extends DefinitionChangeFlow {
        private final String source;

        /**
         * Creates the flow.
         *
         * @param symbol the security
         * @param source the text that is to take the place of that in force, at most 256 KiB
         */
        public Announce(String symbol, String source) {
            super(symbol, Operation.AMEND);
            this.source = source;
        }

        @Override
        void change(SecurityDefinitionState current, TransactionBuilder builder) throws FlowException {
            if (current.getAnnounced() != null) {
                throw new WorkflowException(
                        "An amendment of " + current.getTerms().getSymbol() + " is announced already, for "
                                + current.getAnnounced().getEffective() + ".",
                        "Complete or withdraw it first.");
            }
            ProposedAmendment proposed = ProposedAmendment.of(getServiceHub(), current, source);
            proposed.keep();
            Provisions provisions = proposed.provisions();
            Amendment amendment =
                    new Amendment(provisions, AmendmentRules.earliest(current, AttestedTransaction.until(builder)));
            builder.addOutputState(current.withAnnounced(amendment))
                    .addCommand(
                            new SecurityDefinitionCommand.Announce(),
                            getOurIdentity().getOwningKey())
                    .addAttachment(provisions.getPinnedRules().getJar());
            refer(provisions, builder);
        }

        // The announcement shows that every committee of the new version exists, as a registration does.
        private void refer(Provisions provisions, TransactionBuilder builder) throws FlowException {
            Set<StateRef> referenced = new HashSet<>(builder.referenceStates());
            for (AspectRequirement requirement :
                    provisions.getValidationPolicy().getRequirements()) {
                StateAndRef<CommitteeState> committee = Committees.current(getServiceHub(), requirement.getCommittee());
                if (referenced.add(committee.getRef())) {
                    builder.addReferenceState(new ReferencedStateAndRef<>(committee));
                }
            }
        }
    }

    /**
     * Brings an announced amendment into force; runs at the issuer, when its notice has passed.
     *
     * <p>Steps as in {@link DefinitionChangeFlow}. Fails if none is announced, or it is too early.
     */
    @StartableByRPC
    public static final class Complete extends DefinitionChangeFlow {
        /**
         * Creates the flow.
         *
         * @param symbol the security
         */
        public Complete(String symbol) {
            super(symbol, Operation.DEFINE);
        }

        @Override
        void change(SecurityDefinitionState current, TransactionBuilder builder) throws FlowException {
            requireAnnounced(current);
            SecurityDefinitionState amended = current.amended();
            builder.addOutputState(amended)
                    .addCommand(
                            new SecurityDefinitionCommand.Complete(),
                            getOurIdentity().getOwningKey());
            PinnedRules pins = amended.getPinnedRules();
            if (pins != null) {
                builder.addAttachment(pins.getJar());
            }
        }
    }

    /**
     * Takes an announced amendment back; runs at the issuer. What was affirmed for it is used up.
     *
     * <p>Steps as in {@link DefinitionChangeFlow}. Fails if none is announced.
     */
    @StartableByRPC
    public static final class Withdraw extends DefinitionChangeFlow {
        /**
         * Creates the flow.
         *
         * @param symbol the security
         */
        public Withdraw(String symbol) {
            super(symbol, Operation.DEFINE);
        }

        @Override
        void change(SecurityDefinitionState current, TransactionBuilder builder) throws FlowException {
            requireAnnounced(current);
            builder.addOutputState(current.withoutAnnounced())
                    .addCommand(
                            new SecurityDefinitionCommand.Withdraw(),
                            getOurIdentity().getOwningKey());
        }
    }

    private static void requireAnnounced(SecurityDefinitionState current) throws FlowException {
        if (current.getAnnounced() == null) {
            throw new WorkflowException(
                    "No amendment of " + current.getTerms().getSymbol() + " is announced.",
                    "Announce one first: security amend.");
        }
    }
}
