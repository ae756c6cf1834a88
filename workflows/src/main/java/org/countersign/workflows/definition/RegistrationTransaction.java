package org.countersign.workflows.definition;

import net.corda.core.flows.FlowException;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.Verification;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.validation.AttestedTransaction;

/** Builds the registration of a security. It is no flow, so that each way to say what a security is can use it. */
final class RegistrationTransaction {
    private RegistrationTransaction() {}

    /**
     * Builds and signs the registration, with the jar of pinned rules where there are any; it is on this node already.
     *
     * @param services the issuer's node
     * @param definition the definition at its first version
     * @return the transaction with the issuer's signature
     * @throws FlowException if a committee is unknown here, or the contracts refuse the definition
     */
    static SignedTransaction signed(ServiceHub services, SecurityDefinitionState definition) throws FlowException {
        ValidationPolicy policy = definition.getValidationPolicy();
        Party notary = Committees.current(services, policy.ownership().getCommittee())
                .getState()
                .getNotary();
        TransactionBuilder builder = AttestedTransaction.start(services, notary, policy, null, Operation.DEFINE)
                .addOutputState(definition)
                .addCommand(
                        new SecurityDefinitionCommand.Register(),
                        definition.getIssuer().getOwningKey());
        if (definition.getPinnedRules() != null) {
            builder.addAttachment(definition.getPinnedRules().getJar());
        }
        Verification.verify(builder, services);
        return services.signInitialTransaction(builder, definition.getIssuer().getOwningKey());
    }
}
