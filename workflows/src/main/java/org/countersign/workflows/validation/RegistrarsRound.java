package org.countersign.workflows.validation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all registrars of a committee at once and ends as soon as a quorum of their weight has given answers that can be
 * used, a quorum is out of reach, or time is up. The result is the usable answers of a quorum, or nothing.
 *
 * @param <A> what a registrar answers
 */
public abstract class RegistrarsRound<A> implements FlowExternalAsyncOperation<List<A>> {
    private static final Logger LOGGER = LoggerFactory.getLogger(RegistrarsRound.class);

    private final ConsultationService consultation;
    private final Bench registrars;
    private final Duration patience;

    /**
     * Creates a round. It waits for half the time that this node itself gives a committee, for whoever asked this
     * authority waits too.
     *
     * @param services the node's services
     * @param registrars who is asked, and what weight is needed
     */
    protected RegistrarsRound(ServiceHub services, Bench registrars) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.registrars = registrars;
        this.patience = WorkflowSettings.of(services).attestationTimeout().dividedBy(2);
    }

    /**
     * What asks one of them; it runs as a flow of its own.
     *
     * @param registrar who is asked
     * @return a flow that ends with the answer
     */
    protected abstract FlowLogic<A> question(Party registrar);

    /**
     * Looks at an answer that fits the question.
     *
     * @param answer what a registrar told
     * @return false if it cannot be right
     */
    protected abstract boolean isUsable(A answer);

    @Override
    public final CompletableFuture<List<A>> execute(String deduplicationId) {
        Tally tally = new Tally();
        for (Seat seat : registrars.getSeats()) {
            consultation.start(question(seat.getParty())).whenComplete((answer, failure) -> tally.record(seat, answer));
        }
        consultation.later(patience, tally::giveUp);
        return tally.result;
    }

    /** Counts answers as they come in, on whichever thread they come. */
    private final class Tally {
        private final CompletableFuture<List<A>> result = new CompletableFuture<>();
        private final List<A> answers = new ArrayList<>();
        private int reached;
        private int open =
                registrars.getSeats().stream().mapToInt(Seat::getWeight).sum();

        synchronized void record(Seat seat, A answer) {
            open -= seat.getWeight();
            if (answer != null && isSound(seat, answer)) {
                answers.add(answer);
                reached += seat.getWeight();
            }
            if (reached >= registrars.getThreshold()) {
                result.complete(new ArrayList<>(answers));
            } else if (reached + open < registrars.getThreshold()) {
                giveUp();
            }
        }

        // Whatever a stranger's answer does to whoever looks at it, the round goes on.
        private boolean isSound(Seat seat, A answer) {
            try {
                return isUsable(answer);
            } catch (RuntimeException wrong) {
                LOGGER.warn("The answer of {} cannot be used.", seat.getParty().getName(), wrong);
                return false;
            }
        }

        synchronized void giveUp() {
            result.complete(new ArrayList<>());
        }
    }
}
