package org.countersign.flowtests;

import co.paralleluniverse.fibers.Suspendable;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.ReferencedStateAndRef;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.transactions.TransactionBuilder;
import org.countersign.contracts.control.ControlCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.ownership.FinaliseFlow;
import org.countersign.workflows.validation.AttestedTransaction;

/** Measures that are built and sent without any of the checks that the real flow begins with. */
final class MeasureFlows {
    private MeasureFlows() {}

    /** Builds a measure out of whatever it is given, signs it with the node's identity and asks for finality. */
    static final class Forge extends FlowLogic<TransactionReceipt> {
        private final StateAndRef<SecurityDefinitionState> definition;
        private final ControlCommand measure;
        private final List<StateAndRef<?>> inputs;
        private final List<ContractState> outputs;
        private final List<StateAndRef<?>> references = new ArrayList<>();
        private final List<PublicKey> moreSigners = new ArrayList<>();

        Forge(
                StateAndRef<SecurityDefinitionState> definition,
                ControlCommand measure,
                List<StateAndRef<?>> inputs,
                List<ContractState> outputs) {
            this.definition = definition;
            this.measure = measure;
            this.inputs = new ArrayList<>(inputs);
            this.outputs = new ArrayList<>(outputs);
        }

        Forge referring(StateAndRef<?> reference) {
            references.add(reference);
            return this;
        }

        Forge signedBy(PublicKey key) {
            moreSigners.add(key);
            return this;
        }

        private List<ContractState> dated(Instant until) {
            List<ContractState> all = new ArrayList<>();
            List<SecurityToken> made = new ArrayList<>();
            for (ContractState output : outputs) {
                if (output instanceof SecurityToken) {
                    made.add((SecurityToken) output);
                } else {
                    all.add(output);
                }
            }
            Dated dates = new Dated(inputs, until);
            if (measure instanceof ControlCommand.Recover) {
                made.forEach(token -> all.add(dates.recovered(token)));
            } else {
                all.addAll(dates.moved(made));
            }
            return all;
        }

        @Suspendable
        @Override
        public TransactionReceipt call() throws FlowException {
            List<PublicKey> signers =
                    new ArrayList<>(Collections.singletonList(getOurIdentity().getOwningKey()));
            signers.addAll(moreSigners);
            TransactionBuilder builder = AttestedTransaction.start(
                            getServiceHub(),
                            definition.getState().getNotary(),
                            definition.getState().getData().getValidationPolicy(),
                            definition.getRef(),
                            measure.operation())
                    .addCommand(measure, signers);
            for (StateAndRef<?> input : inputs) {
                builder.addInputState(input);
            }
            for (ContractState output : dated(AttestedTransaction.until(builder))) {
                builder.addOutputState(output);
            }
            for (StateAndRef<?> reference : references) {
                builder.addReferenceState(new ReferencedStateAndRef<>(reference));
            }
            return subFlow(
                    new FinaliseFlow(getServiceHub().signInitialTransaction(builder, signers), measure.operation()));
        }
    }
}
