package org.countersign.workflows.compliance;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;
import net.corda.core.node.ServiceHub;
import org.countersign.workflows.WorkflowSettings;
import org.countersign.workflows.validation.Bench;
import org.countersign.workflows.validation.ConsultationService;
import org.countersign.workflows.validation.Seat;

/**
 * Asks all registrars of a committee at once and ends as soon as a quorum of their weight has given answers that can be
 * used, a quorum is out of reach, or time is up. The result is the usable answers of a quorum, or nothing.
 */
public final class RegisterRound implements FlowExternalAsyncOperation<List<RegisterTold>> {
    /** Says whether an answer can be used; kept in the asking flow's checkpoint. */
    public interface Use extends Serializable {
        /**
         * Looks at an answer that fits the question.
         *
         * @param told what a registrar told
         * @return false if it cannot be right about the transaction in question
         */
        boolean fits(RegisterTold told);
    }

    private final ConsultationService consultation;
    private final Bench registrars;
    private final RegisterQuestion question;
    private final Use use;
    private final Duration patience;

    /**
     * Creates a round. It waits for half the time that this node itself gives a committee, for whoever asked this
     * authority waits too.
     *
     * @param services the node's services
     * @param registrars who is asked, and what weight is needed
     * @param question what for
     * @param use which answers count
     */
    public RegisterRound(ServiceHub services, Bench registrars, RegisterQuestion question, Use use) {
        this.consultation = services.cordaService(ConsultationService.class);
        this.registrars = registrars;
        this.question = question;
        this.use = use;
        this.patience = WorkflowSettings.of(services).attestationTimeout().dividedBy(2);
    }

    @Override
    public CompletableFuture<List<RegisterTold>> execute(String deduplicationId) {
        Tally tally = new Tally();
        for (Seat seat : registrars.getSeats()) {
            consultation
                    .start(new AskRegisterFiguresFlow(seat.getParty(), question))
                    .whenComplete((told, failure) -> tally.record(seat, told));
        }
        consultation.later(patience, tally::giveUp);
        return tally.result;
    }

    /** Counts answers as they come in, on whichever thread they come. */
    private final class Tally {
        private final CompletableFuture<List<RegisterTold>> result = new CompletableFuture<>();
        private final List<RegisterTold> answers = new ArrayList<>();
        private int reached;
        private int open =
                registrars.getSeats().stream().mapToInt(Seat::getWeight).sum();

        synchronized void record(Seat seat, RegisterTold told) {
            open -= seat.getWeight();
            if (told != null && use.fits(told)) {
                answers.add(told);
                reached += seat.getWeight();
            }
            if (reached >= registrars.getThreshold()) {
                result.complete(new ArrayList<>(answers));
            } else if (reached + open < registrars.getThreshold()) {
                giveUp();
            }
        }

        synchronized void giveUp() {
            result.complete(new ArrayList<>());
        }
    }
}
