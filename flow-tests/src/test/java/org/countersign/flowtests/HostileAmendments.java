package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.language.ledger.LedgerMapping;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;

/** An issuer that proposes amendments as they should not be, without a look at what contracts say. */
final class HostileAmendments {
    private HostileAmendments() {}

    private static StateAndRef<SecurityDefinitionState> current(ServiceHub services, String symbol) {
        return Definitions.bySymbol(services, symbol).orElseThrow(() -> new AssertionError(symbol));
    }

    private static SecureHash keep(ServiceHub services, byte[] jar) {
        SecureHash id = SecureHash.sha256(jar);
        if (!services.getAttachments().hasAttachment(id)) {
            try {
                services.getAttachments().importAttachment(new ByteArrayInputStream(jar), "hostile", null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return id;
    }

    private static TransactionBuilder started(
            ServiceHub services, StateAndRef<SecurityDefinitionState> current, Operation operation)
            throws FlowException {
        return AttestedTransaction.start(
                        services,
                        current.getState().getNotary(),
                        current.getState().getData().getValidationPolicy(),
                        current.getRef(),
                        operation)
                .addInputState(current);
    }

    /** Announces a source with another jar, another policy, or at another time than is due. */
    static final class Announce extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final SecurityTerms terms;
        private final CompliancePolicy policy;
        private final PinnedRules pins;
        private final byte[] jar;
        private final Duration notice;

        /** What is null is as it should be. */
        Announce(String symbol, String source, byte[] jar, LedgerMapping policy, Duration notice) {
            CompiledSecurity compiled = ProposedRules.compiled(source);
            LedgerMapping mapping = ProposedRules.mapping(source);
            this.terms = mapping.terms();
            this.symbol = symbol;
            this.jar = jar == null ? compiled.getJar() : jar;
            this.notice = notice;
            this.policy = (policy == null ? mapping : policy).compliancePolicy();
            this.pins = new PinnedRules(
                    compiled.getPins().getSource(),
                    SecureHash.sha256(this.jar),
                    compiled.getPins().getCompilerVersion());
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            ServiceHub services = getServiceHub();
            StateAndRef<SecurityDefinitionState> current = current(services, symbol);
            SecurityDefinitionState definition = current.getState().getData();
            TransactionBuilder builder = started(services, current, Operation.AMEND);
            // Who validates is as it is.
            Provisions said = new Provisions(
                    terms, definition.getValidationPolicy(), policy, pins, definition.getAmendmentNotice());
            for (AspectRequirement requirement :
                    definition.getValidationPolicy().getRequirements()) {
                if (!requirement.getOperations().contains(Operation.AMEND)) {
                    builder.addReferenceState(
                            new ReferencedStateAndRef<>(Committees.current(services, requirement.getCommittee())));
                }
            }
            builder.addOutputState(definition.withAnnounced(new Amendment(
                            said, AttestedTransaction.until(builder).plus(notice))))
                    .addCommand(
                            new SecurityDefinitionCommand.Announce(),
                            getOurIdentity().getOwningKey())
                    .addAttachment(keep(services, jar));
            return subFlow(new FinaliseFlow(
                    services.signInitialTransaction(builder, getOurIdentity().getOwningKey()), Operation.AMEND));
        }
    }

    /** Completes before it is due, or with other rules than were announced. */
    static final class Complete extends FlowLogic<TransactionReceipt> {
        private final String symbol;
        private final PinnedRules pins;
        private final byte[] jar;

        /** Rules that are null are those that were announced. */
        Complete(String symbol, CompiledSecurity other) {
            this.symbol = symbol;
            this.pins = other == null ? null : other.getPins();
            this.jar = other == null ? null : other.getJar();
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            ServiceHub services = getServiceHub();
            StateAndRef<SecurityDefinitionState> current = current(services, symbol);
            SecurityDefinitionState definition = current.getState().getData();
            TransactionBuilder builder = started(services, current, Operation.DEFINE);
            if (pins == null) {
                builder.addOutputState(definition.amended())
                        .addAttachment(definition
                                .getAnnounced()
                                .getProvisions()
                                .getPinnedRules()
                                .getJar());
            } else {
                Provisions announced = definition.getAnnounced().getProvisions();
                Provisions other = new Provisions(
                        announced.getTerms(),
                        announced.getValidationPolicy(),
                        announced.getCompliancePolicy(),
                        pins,
                        announced.getAmendmentNotice());
                // One version later, as if the other rules had been announced.
                SecurityDefinitionState forged = forged(definition, other);
                builder.addOutputState(forged).addAttachment(keep(services, jar));
            }
            builder.addCommand(
                    new SecurityDefinitionCommand.Complete(), getOurIdentity().getOwningKey());
            return subFlow(new FinaliseFlow(
                    services.signInitialTransaction(builder, getOurIdentity().getOwningKey()), Operation.DEFINE));
        }

        private static SecurityDefinitionState forged(SecurityDefinitionState definition, Provisions other) {
            return new SecurityDefinitionState(
                    definition.getLinearId(),
                    definition.getIssuer(),
                    other.getTerms(),
                    other.getValidationPolicy(),
                    definition.getStatus(),
                    definition.getStatusReason(),
                    definition.getVersion() + 1,
                    other.getCompliancePolicy(),
                    null,
                    other.getPinnedRules(),
                    other.getAmendmentNotice(),
                    null);
        }
    }
}
