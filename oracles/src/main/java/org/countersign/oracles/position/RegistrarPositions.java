package org.countersign.oracles.position;

import co.paralleluniverse.fibers.Suspendable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.FilteredTransaction;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.Position;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.definition.Definitions;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.position.PositionAnswer;
import org.countersign.workflows.position.PositionQuery;
import org.countersign.workflows.position.PositionRound;
import org.countersign.workflows.position.RegisterPositions;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.RoundsTogether;

/**
 * Learns from the registrars what the parties of a transaction hold: of the security that moves, and of every other
 * security that this authority knows and on whose committee for the same aspect it sits.
 *
 * <p>An authority that is a registrar of a security itself reads its own register, and waits a little if that has not
 * heard yet of what the transaction gives away. Otherwise it asks all registrars of the security, by the input
 * references and the holders that the tear-off shows, and takes the answers of a quorum of their weight. Where these
 * differ, because one of them has not recorded yet what another has, each holder's largest position counts and the
 * smallest amount in issue: a single registrar can make a limit stricter by what it says, but not loosen it. What the
 * proposer says about its inputs does not count at all.
 */
public final class RegistrarPositions {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final FlowLogic<?> flow;
    private final ServiceHub services;
    private final FilteredTransaction tearOff;
    private final TransferFacts facts;

    private RegistrarPositions(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts) {
        this.flow = flow;
        this.services = flow.getServiceHub();
        this.tearOff = tearOff;
        this.facts = facts;
    }

    /**
     * Gathers positions.
     *
     * @param flow the flow that answers the request; it is suspended while registrars are asked
     * @param tearOff the transaction as the aspect may see it, with its inputs
     * @param facts what is known of the transaction so far
     * @return of each party what it holds before and after; empty if the transaction defines a security
     * @throws FlowException if no quorum of registrars told anything that can be used
     */
    @Suspendable
    public static List<Position> gather(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts)
            throws FlowException {
        if (facts.getOperation() == Operation.DEFINE) {
            return Collections.emptyList();
        }
        return new RegistrarPositions(flow, tearOff, facts).gather();
    }

    /**
     * Gathers positions if that takes no waiting: this authority is a registrar of every security in question, and its
     * registers have heard of what the transaction gives away.
     *
     * @param flow the flow that answers the request; it is not suspended
     * @param tearOff the transaction as the aspect may see it, with its inputs
     * @param facts what is known of the transaction so far
     * @return of each party what it holds before and after; empty if the transaction defines a security; null if
     *     registrars have to be asked or waited for
     * @throws FlowException if a committee of registrars is not known here
     */
    public static List<Position> atOnce(FlowLogic<?> flow, FilteredTransaction tearOff, TransferFacts facts)
            throws FlowException {
        if (facts.getOperation() == Operation.DEFINE) {
            return Collections.emptyList();
        }
        return new RegistrarPositions(flow, tearOff, facts).atOnce();
    }

    private List<Position> atOnce() throws FlowException {
        Map<UniqueIdentifier, SecurityDefinitionState> securities = securities();
        List<Position> positions = new ArrayList<>();
        for (Asked asked : asked(securities)) {
            CommitteeState registrars = Committees.current(services, asked.getCommittee())
                    .getState()
                    .getData();
            PositionQuery query = new PositionQuery(asked.getSecurities(), facts.getParties(), tearOff.getInputs());
            if (!registrars.seatOf(flow.getOurIdentity()).isPresent()) {
                return null;
            }
            PositionAnswer own = new RegisterPositions(services).answer(query);
            if (!conservation().fits(own)) {
                return null;
            }
            for (UniqueIdentifier id : asked.getSecurities()) {
                positions.addAll(new Reckoning(facts, securities.get(id)).positions(Collections.singletonList(own)));
            }
        }
        return positions;
    }

    @Suspendable
    private List<Position> gather() throws FlowException {
        Map<UniqueIdentifier, SecurityDefinitionState> securities = securities();
        List<Asked> asked = asked(securities);
        List<CommitteeState> registrars = new ArrayList<>();
        List<PositionQuery> queries = new ArrayList<>();
        for (Asked question : asked) {
            registrars.add(Committees.current(services, question.getCommittee())
                    .getState()
                    .getData());
            queries.add(new PositionQuery(question.getSecurities(), facts.getParties(), tearOff.getInputs()));
        }
        List<List<PositionAnswer>> answers = ask(registrars, queries);
        List<Position> positions = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            for (UniqueIdentifier id : asked.get(index).getSecurities()) {
                positions.addAll(new Reckoning(facts, securities.get(id)).positions(answers.get(index)));
            }
        }
        return positions;
    }

    private static List<Asked> asked(Map<UniqueIdentifier, SecurityDefinitionState> securities) {
        Map<UniqueIdentifier, UniqueIdentifier> committees = new LinkedHashMap<>();
        securities.forEach((id, security) ->
                committees.put(id, security.getValidationPolicy().ownership().getCommittee()));
        return Asked.of(committees);
    }

    // All committees at once, and by one deadline: whoever asked this authority waits for the slowest of them.
    @Suspendable
    private List<List<PositionAnswer>> ask(List<CommitteeState> registrars, List<PositionQuery> queries)
            throws FlowException {
        Instant deadline = services.getClock()
                .instant()
                .plus(WorkflowSettings.of(services).attestationTimeout().dividedBy(2));
        List<List<PositionAnswer>> answers =
                new ArrayList<>(Collections.nCopies(queries.size(), Collections.emptyList()));
        askOnce(registrars, queries, answers);
        // What was bought a moment ago is on its way to the registers.
        while (lacking(answers) >= 0 && services.getClock().instant().isBefore(deadline)) {
            FlowLogic.sleep(PAUSE);
            askOnce(registrars, queries, answers);
        }
        int lacking = lacking(answers);
        if (lacking >= 0) {
            throw new WorkflowException(
                    "The registrars " + registrars.get(lacking).getName()
                            + " told no positions in time that fit the transaction.",
                    "Try again; if it stays so, ask the registrars.");
        }
        return answers;
    }

    private static int lacking(List<List<PositionAnswer>> answers) {
        return answers.indexOf(Collections.<PositionAnswer>emptyList());
    }

    // Puts answers where there are none yet.
    @Suspendable
    private void askOnce(
            List<CommitteeState> registrars, List<PositionQuery> queries, List<List<PositionAnswer>> answers) {
        Conservation conservation = conservation();
        List<PositionRound> rounds = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (int index = 0; index < queries.size(); index++) {
            CommitteeState committee = registrars.get(index);
            if (!answers.get(index).isEmpty()) {
                continue;
            }
            if (committee.seatOf(flow.getOurIdentity()).isPresent()) {
                PositionAnswer own = new RegisterPositions(services).answer(queries.get(index));
                answers.set(index, conservation.fits(own) ? Collections.singletonList(own) : Collections.emptyList());
            } else {
                rounds.add(new PositionRound(services, Bench.of(committee), queries.get(index), conservation));
                asked.add(index);
            }
        }
        if (!rounds.isEmpty()) {
            List<List<PositionAnswer>> told = flow.await(new RoundsTogether<>(rounds));
            for (int round = 0; round < told.size(); round++) {
                answers.set(asked.get(round), told.get(round));
            }
        }
    }

    private Conservation conservation() {
        return new Conservation(facts.getOperation(), facts.getSecurity().getLinearId(), outputs());
    }

    private long outputs() {
        BigDecimal sum = BigDecimal.ZERO;
        for (HoldingFact output : facts.getOutputs()) {
            sum = sum.add(output.getQuantity());
        }
        return sum.scaleByPowerOfTen(facts.getSecurity().getTerms().getFractionDigits())
                .longValueExact();
    }

    private Map<UniqueIdentifier, SecurityDefinitionState> securities() {
        Map<UniqueIdentifier, SecurityDefinitionState> securities = new LinkedHashMap<>();
        securities.put(facts.getSecurity().getLinearId(), facts.getSecurity());
        for (StateAndRef<SecurityDefinitionState> known : Definitions.all(services)) {
            SecurityDefinitionState security = known.getState().getData();
            boolean moved = SelfCertifyingId.same(
                    security.getLinearId(), facts.getSecurity().getLinearId());
            if (!moved && isOurs(security, facts.getAspect())) {
                securities.put(security.getLinearId(), security);
            }
        }
        return securities;
    }

    private boolean isOurs(SecurityDefinitionState security, Aspect aspect) {
        for (AspectRequirement requirement : security.getValidationPolicy().getRequirements()) {
            if (requirement.getAspect() == aspect && hasSeat(requirement.getCommittee())) {
                return true;
            }
        }
        return false;
    }

    // A committee that is not known, or does not count here, is none that this authority sits on.
    private boolean hasSeat(UniqueIdentifier committee) {
        for (StateAndRef<CommitteeState> known : Committees.all(services)) {
            CommitteeState state = known.getState().getData();
            if (SelfCertifyingId.same(state.getLinearId(), committee)) {
                return state.seatOf(flow.getOurIdentity()).isPresent();
            }
        }
        return false;
    }
}
