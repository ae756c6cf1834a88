package org.countersign.workflows.register;

import co.paralleluniverse.fibers.Suspendable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.flows.StartableByService;
import net.corda.core.identity.Party;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.workflows.definition.ListSecuritiesFlow;
import org.countersign.workflows.register.FetchTransactionsFlow.Fetched;
import org.countersign.workflows.validation.Conversation;
import org.countersign.workflows.validation.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the registers of this node up to date: for a registrar that was down, or newly seated.
 *
 * <p>Steps: ask for current definitions; for each security write anew what the own ledger gives and the register lacks;
 * fetch from the other registrars, one after another, the transactions that are lacking; compare roots with all of
 * them, which proves that the registers are equal. A registrar that is down or cheats is named and passed over. A
 * regulator restores and compares only; it receives transactions by distribution.
 *
 * <p>The node also starts it by itself: when it starts, and when a verification finds that it is behind.
 */
@StartableByRPC
@StartableByService
public final class CatchUpRegisterFlow extends FlowLogic<List<RegisterCatchUp>> {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpRegisterFlow.class);

    private final String symbol;
    private final boolean attended;

    /** Creates the flow for all securities of which this node keeps the register. */
    public CatchUpRegisterFlow() {
        this(null, true);
    }

    /**
     * Creates the flow for one security.
     *
     * @param symbol the security
     */
    public CatchUpRegisterFlow(String symbol) {
        this(symbol, true);
    }

    private CatchUpRegisterFlow(String symbol, boolean attended) {
        this.symbol = symbol;
        this.attended = attended;
    }

    /** The flow as the node starts it: it tells the log, and mends no line that differs from the ledger. */
    static CatchUpRegisterFlow unattended(String symbol) {
        return new CatchUpRegisterFlow(symbol, false);
    }

    @Suspendable
    @Override
    public List<RegisterCatchUp> call() throws FlowException {
        subFlow(new ListSecuritiesFlow());
        List<RegisterCatchUp> reports = new ArrayList<>();
        for (SecurityDefinitionState security : RegisterSeats.kept(getServiceHub(), getOurIdentity(), symbol)) {
            RegisterCatchUp report = catchUp(security);
            tell(report);
            reports.add(report);
        }
        return reports;
    }

    @Suspendable
    private RegisterCatchUp catchUp(SecurityDefinitionState security) throws FlowException {
        SecureHash digest = RegisterSeats.digestOf(security);
        int restored = await(new RestoreRegister(getServiceHub(), digest, !attended));
        List<String> problems = new ArrayList<>();
        int received = 0;
        CommitteeState committee =
                RegisterSeats.registrars(getServiceHub(), security).orElse(null);
        if (committee != null && RegisterSeats.isRegistrar(committee, getOurIdentity())) {
            for (Party peer : RegisterSeats.peers(committee, getOurIdentity())) {
                received += fetch(peer, digest, problems);
            }
        }
        RegisterVerification verification = subFlow(new VerifyRegisterFlow.Round(Collections.singletonList(security)))
                .get(0);
        return new RegisterCatchUp(security.getTerms().getSymbol(), restored, received, problems, verification);
    }

    @Suspendable
    private int fetch(Party peer, SecureHash security, List<String> problems) {
        int received = 0;
        SecureHash next = null;
        do {
            try {
                Conversation.Outcome<Fetched> outcome =
                        await(new Conversation<>(getServiceHub(), new FetchTransactionsFlow(peer, security, next)));
                Fetched fetched = outcome.with(peer);
                received += fetched.getReceived();
                next = fetched.getNext();
            } catch (FlowException failed) {
                problems.add(Refusal.brokenOff(peer.getName(), failed).getReason());
                return received;
            }
        } while (next != null);
        return received;
    }

    private void tell(RegisterCatchUp report) {
        if (attended) {
            return;
        }
        if (report.getVerification().holds()) {
            LOG.info(
                    "The register of {} is up to date; {} transactions were fetched and {} lines restored.",
                    report.getSymbol(),
                    report.getReceived(),
                    report.getRestored());
        } else {
            LOG.warn(
                    "The register of {} does not hold yet: {} {} {}",
                    report.getSymbol(),
                    report.getVerification().getExamination().getDifference(),
                    report.getVerification().getComparisons(),
                    report.getProblems());
        }
    }
}
