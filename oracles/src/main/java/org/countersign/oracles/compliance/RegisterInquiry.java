package org.countersign.oracles.compliance;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.RegisterKnowledge;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.RegisterReading;
import org.countersign.workflows.compliance.RegisterRound;
import org.countersign.workflows.compliance.RegisterTold;
import org.countersign.workflows.compliance.RegisteredLot;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.register.HoldersRegister;
import org.countersign.workflows.validation.Bench;

/**
 * Learns from the registrars of a security what its compliance policy is judged by: which lots a transaction gives up,
 * what the keys hold that this authority knows, how many others hold, and how much was disposed of.
 *
 * <p>An authority that is a registrar itself reads its own register, and waits a little if that has not heard yet of
 * what the transaction gives away. Otherwise it asks all registrars and takes the answers of a quorum of their weight.
 * What the proposer says about its inputs does not count.
 */
public final class RegisterInquiry {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final FlowLogic<?> flow;
    private final ServiceHub services;
    private final TransferFacts facts;
    private final CommitteeState registrars;
    private final Map<PublicKey, HolderClaims> known;
    private final RegisterQuestion question;
    private final LotsBalance balance;

    private RegisterInquiry(FlowLogic<?> flow, List<StateRef> inputs, TransferFacts facts) throws FlowException {
        this.flow = flow;
        this.services = flow.getServiceHub();
        this.facts = facts;
        this.registrars = Committees.current(
                        services,
                        facts.getSecurity().getValidationPolicy().ownership().getCommittee())
                .getState()
                .getData();
        this.known = persons();
        this.question = question(inputs);
        // What is only asked about has no inputs that could balance.
        this.balance = new LotsBalance(facts.isQuestion() ? Operation.DEFINE : facts.getOperation(), outputs());
    }

    /**
     * What is known without asking anybody, because this authority keeps the register itself.
     *
     * @param flow the flow that answers the request; it is not suspended
     * @param tearOff the transaction as the aspect may see it, with its inputs
     * @param facts what is known of the transaction so far, with what is known of its holders
     * @return the register; null if others have to be asked or waited for
     * @throws FlowException if the registrars are not known
     */
    public static RegisterKnowledge atOnce(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts)
            throws FlowException {
        RegisterInquiry inquiry = new RegisterInquiry(flow, tearOff.getInputs(), facts);
        return inquiry.keepsRegister() ? inquiry.known(inquiry.read()) : null;
    }

    /**
     * Asks the registrars.
     *
     * @param flow the flow that answers the request; it is suspended while registrars are asked
     * @param tearOff the transaction as the aspect may see it, with its inputs
     * @param facts what is known of the transaction so far, with what is known of its holders
     * @return what a quorum of them has told
     * @throws FlowException if no quorum told anything in time that can be used
     */
    @Suspendable
    public static RegisterKnowledge gather(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts)
            throws FlowException {
        return new RegisterInquiry(flow, tearOff.getInputs(), facts).gather();
    }

    /**
     * Asks the registrars for what is only asked about.
     *
     * @param flow the flow that answers the question; it is suspended while registrars are asked
     * @param facts what is asked, without a transaction
     * @param lots those that would be given up, by the word of whoever asks
     * @return what a quorum of registrars has told, about these lots
     * @throws FlowException if no quorum told anything in time
     */
    @Suspendable
    static RegisterKnowledge about(FlowLogic<?> flow, TransferFacts facts, List<RegisteredLot> lots)
            throws FlowException {
        RegisterKnowledge known = new RegisterInquiry(flow, Collections.emptyList(), facts).gather();
        List<RegisterTold> told = new ArrayList<>();
        known.getAnswers().forEach(answer -> told.add(answer.withLots(lots)));
        return new RegisterKnowledge(known.getQuestion(), told, known.getHolders());
    }

    @Suspendable
    private RegisterKnowledge gather() throws FlowException {
        Instant deadline = services.getClock()
                .instant()
                .plus(WorkflowSettings.of(services).attestationTimeout().dividedBy(2));
        RegisterKnowledge told = known(askOnce());
        // What was bought a moment ago is on its way to the registers.
        while (told == null && services.getClock().instant().isBefore(deadline)) {
            FlowLogic.sleep(PAUSE);
            told = known(askOnce());
        }
        if (told == null) {
            throw new WorkflowException(
                    "The registrars " + registrars.getName() + " told nothing in time that fits the transaction.",
                    "Try again; if it stays so, ask the registrars.");
        }
        return told;
    }

    private RegisterKnowledge known(List<RegisterTold> told) {
        return told.isEmpty() ? null : new RegisterKnowledge(question, told, known);
    }

    @Suspendable
    private List<RegisterTold> askOnce() {
        return keepsRegister()
                ? read()
                : flow.await(new RegisterRound(services, Bench.of(registrars), question, balance));
    }

    private List<RegisterTold> read() {
        RegisterTold own = new RegisterReading(services).answer(question);
        return balance.fits(own) ? Collections.singletonList(own) : Collections.emptyList();
    }

    private boolean keepsRegister() {
        return registrars.seatOf(flow.getOurIdentity()).isPresent();
    }

    private RegisterQuestion question(List<StateRef> inputs) throws FlowException {
        Set<PublicKey> moving = new LinkedHashSet<>(facts.getKeys().keySet());
        Set<PublicKey> keys = new LinkedHashSet<>(moving);
        keys.addAll(known.keySet());
        if (keys.size() > RegisterQuestion.MOST_KEYS && keepsRegister()) {
            keys.retainAll(thoseThatCount(moving));
        }
        if (keys.size() > RegisterQuestion.MOST_KEYS) {
            throw new WorkflowException(
                    "This authority knows " + keys.size() + " keys of holders; registrars tell of "
                            + RegisterQuestion.MOST_KEYS + " at once.",
                    "Make it a registrar of the security too: one that keeps the register names only keys that hold.");
        }
        List<Instant> since = PolicyNeeds.disposalsSince(
                facts.getSecurity().getCompliancePolicy(),
                facts.getSecurity().getTerms(),
                facts.getOperation(),
                facts.getTimeWindow().getFromTime(),
                facts.getTimeWindow().getUntilTime(),
                moving);
        return new RegisterQuestion(
                facts.getSecurity().getLinearId(),
                new ArrayList<>(keys),
                inputs,
                since.isEmpty() ? Collections.emptyList() : disposers(moving),
                since);
    }

    // Whoever holds nothing and does not move changes no figure.
    private Set<PublicKey> thoseThatCount(Set<PublicKey> moving) {
        Set<PublicKey> counting = Persons.keysOf(moving, known);
        counting.addAll(new HoldersRegister(services)
                .balances(SecureHash.create(facts.getSecurity().getLinearId().getExternalId()))
                .keySet());
        return counting;
    }

    // With those who move as they will be judged: by own records, by what they present, and by what was known of them.
    private Map<PublicKey, HolderClaims> persons() {
        Instant end = facts.getTimeWindow().getUntilTime();
        Map<PublicKey, HolderClaims> all = KnownHolders.at(services, end);
        HolderRecords holders = services.cordaService(TransferChecks.class)
                .find(CompliancePolicyCheck.class)
                .map(check ->
                        check.holders(facts.isQuestion() ? new RememberedClaims(all) : new PresentedClaims(facts)))
                .orElse(null);
        if (holders != null) {
            new LinkedHashMap<>(facts.getKeys()).forEach((key, party) -> {
                try {
                    holders.find(key, party).ifPresent(now -> all.merge(key, now.at(end), Persons::named));
                } catch (DataFileException wrong) {
                    // The check says so, and decides nothing.
                    return;
                }
            });
        }
        return Persons.joined(all);
    }

    private List<PublicKey> disposers(Set<PublicKey> moving) {
        return new ArrayList<>(Persons.keysOf(moving, known));
    }

    private long outputs() {
        BigDecimal sum = BigDecimal.ZERO;
        for (HoldingFact output : facts.getOutputs()) {
            sum = sum.add(output.getQuantity());
        }
        return sum.scaleByPowerOfTen(facts.getSecurity().getTerms().getFractionDigits())
                .longValueExact();
    }
}
