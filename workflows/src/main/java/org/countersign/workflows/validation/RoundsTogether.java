package org.countersign.workflows.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.corda.core.flows.FlowExternalAsyncOperation;

/**
 * Asks several committees of registrars at the same time. It ends when the slowest round has; none of them lasts longer
 * than a round by itself.
 *
 * @param <A> what a registrar answers
 */
public final class RoundsTogether<A> implements FlowExternalAsyncOperation<List<List<A>>> {
    private final List<RegistrarsRound<A>> rounds;

    /**
     * Creates the rounds' round.
     *
     * @param rounds one for each committee
     */
    public RoundsTogether(List<? extends RegistrarsRound<A>> rounds) {
        this.rounds = new ArrayList<>(rounds);
    }

    @Override
    public CompletableFuture<List<List<A>>> execute(String deduplicationId) {
        CompletableFuture<List<List<A>>> all = CompletableFuture.completedFuture(Collections.emptyList());
        for (RegistrarsRound<A> round : rounds) {
            all = all.thenCombine(round.execute(deduplicationId), RoundsTogether::joined);
        }
        return all;
    }

    private static <A> List<List<A>> joined(List<List<A>> before, List<A> next) {
        List<List<A>> joined = new ArrayList<>(before);
        joined.add(next);
        return joined;
    }
}
