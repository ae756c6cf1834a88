package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.register.RegisterComparison.Outcome;
import org.countersign.workflows.validation.ConsultationService;

/**
 * Verifies the registers that this node keeps: rebuilds them from its own ledger, compares line by line, and compares
 * the roots with every other registrar of the security. Changes nothing.
 *
 * <p>What does not hold is looked at once more a few seconds later, since transactions become final meanwhile and their
 * distribution takes a moment. If another registrar has transactions that are lacking here, catching up is started.
 */
@StartableByRPC
public final class VerifyRegisterFlow extends FlowLogic<List<RegisterVerification>> {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final String symbol;

    /** Creates the flow for all securities of which this node keeps the register. */
    public VerifyRegisterFlow() {
        this(null);
    }

    /**
     * Creates the flow for one security.
     *
     * @param symbol the security
     */
    public VerifyRegisterFlow(String symbol) {
        this.symbol = symbol;
    }

    @Suspendable
    @Override
    public List<RegisterVerification> call() throws FlowException {
        List<SecurityDefinitionState> securities = RegisterSeats.kept(getServiceHub(), getOurIdentity(), symbol);
        List<RegisterVerification> verifications = subFlow(new Round(securities));
        List<SecurityDefinitionState> doubtful = new ArrayList<>();
        for (int place = 0; place < securities.size(); place++) {
            if (!verifications.get(place).holds()) {
                doubtful.add(securities.get(place));
            }
        }
        if (doubtful.isEmpty()) {
            return verifications;
        }
        sleep(PAUSE);
        List<RegisterVerification> again = subFlow(new Round(doubtful));
        List<RegisterVerification> result = new ArrayList<>();
        for (RegisterVerification first : verifications) {
            result.add(first.holds() ? first : again.remove(0));
        }
        catchUp(result);
        return result;
    }

    private void catchUp(List<RegisterVerification> verifications) {
        for (RegisterVerification verification : verifications) {
            if (verification.isBehind()) {
                getServiceHub()
                        .cordaService(ConsultationService.class)
                        .launch(CatchUpRegisterFlow.unattended(
                                verification.getExamination().getSymbol()));
            }
        }
    }

    /** Looks at each of these registers once. Inline. */
    static final class Round extends FlowLogic<List<RegisterVerification>> {
        private final List<SecurityDefinitionState> securities;

        Round(List<SecurityDefinitionState> securities) {
            this.securities = new ArrayList<>(securities);
        }

        @Suspendable
        @Override
        public List<RegisterVerification> call() throws FlowException {
            List<RegisterExamination> examinations = await(new ExamineRegisters(getServiceHub(), securities));
            List<RegisterVerification> verifications = new ArrayList<>();
            Set<CordaX500Name> silent = new HashSet<>();
            for (int place = 0; place < securities.size(); place++) {
                List<RegisterComparison> comparisons = subFlow(new Comparison(securities.get(place), silent));
                verifications.add(new RegisterVerification(examinations.get(place), comparisons));
                for (RegisterComparison comparison : comparisons) {
                    if (comparison.getOutcome() == Outcome.SILENT) {
                        silent.add(comparison.getRegistrar());
                    }
                }
            }
            return verifications;
        }
    }

    /** Compares one register with those of the other registrars, and waits for none that was silent before. Inline. */
    static final class Comparison extends FlowLogic<List<RegisterComparison>> {
        private final SecurityDefinitionState security;
        private final Set<CordaX500Name> silent;

        Comparison(SecurityDefinitionState security, Set<CordaX500Name> silent) {
            this.security = security;
            this.silent = new HashSet<>(silent);
        }

        @Suspendable
        @Override
        public List<RegisterComparison> call() throws FlowException {
            CommitteeState committee =
                    RegisterSeats.registrars(getServiceHub(), security).orElse(null);
            if (committee == null) {
                return new ArrayList<>();
            }
            List<Party> peers = RegisterSeats.peers(committee, getOurIdentity());
            List<RegisterComparison> comparisons = new ArrayList<>();
            for (Party peer : peers) {
                if (silent.contains(peer.getName())) {
                    comparisons.add(RegisterComparison.silent(
                            peer.getName(),
                            WorkflowSettings.of(getServiceHub())
                                    .registrarTimeout()
                                    .getSeconds()));
                }
            }
            peers.removeIf(peer -> silent.contains(peer.getName()));
            comparisons.addAll(await(new ComparisonRound(
                    getServiceHub(),
                    RegisterSeats.digestOf(security),
                    peers,
                    RegisterSeats.isRegistrar(committee, getOurIdentity()))));
            return comparisons;
        }
    }
}
