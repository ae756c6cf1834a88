package org.countersign.workflows.ownership;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;
import org.countersign.contracts.governance.CommitteeMember;

/**
 * Which registrars have answered this node lately, how long they took, and which have kept it waiting, so that one that
 * is down costs one transaction a moment and not each that begins with it, and one that has much to do is not taken for
 * one that is down.
 *
 * <p>In memory only: what is forgotten with a restart is learnt again at the first wait. Times are of a clock that
 * nobody sets.
 */
@CordaService
public final class RegistrarsHeard extends SingletonSerializeAsToken {
    /** Who has kept this node waiting comes after the others for so long, and is then tried again in its turn. */
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    // RFC 6298, 2.3: what one answer counts for, as a shift, in the smoothed time and in its variation; and how many
    // variations above the smoothed time an answer is overdue.
    private static final int SMOOTHING = 3;
    private static final int VARYING = 2;
    private static final int VARIATIONS = 4;

    private final LongSupplier nanoTime;
    private final ConcurrentMap<CordaX500Name, Pace> paces = new ConcurrentHashMap<>();
    private final ConcurrentMap<CordaX500Name, Long> answered = new ConcurrentHashMap<>();
    private final ConcurrentMap<CordaX500Name, Long> silent = new ConcurrentHashMap<>();

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public RegistrarsHeard(AppServiceHub services) {
        this(System::nanoTime);
    }

    RegistrarsHeard(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    static RegistrarsHeard of(ServiceHub services) {
        return services.cordaService(RegistrarsHeard.class);
    }

    /** A moment, to be compared with others of this node only. */
    long now() {
        return nanoTime.getAsLong();
    }

    /**
     * A registrar has answered something, whatever.
     *
     * @param asked the moment when it was asked that
     */
    void answered(CordaX500Name registrar, long asked) {
        long now = now();
        answered.put(registrar, now);
        silent.remove(registrar);
        paces.merge(registrar, Pace.first(now - asked), (pace, first) -> pace.next(now - asked));
    }

    /**
     * After how long an answer of one of these registrars is overdue, going by the answers that came: as a sender of
     * TCP judges it (RFC 6298), for each registrar, and of those the lower median. So no minority of them that takes
     * its time on purpose makes this node wait for others. Those that have never answered count as nothing.
     */
    Duration overdueAfter(List<CommitteeMember> registrars) {
        long[] overdue = registrars.stream()
                .map(member -> paces.get(member.getParty().getName()))
                .mapToLong(pace -> pace == null ? 0 : pace.overdueAfter())
                .sorted()
                .toArray();
        return overdue.length == 0 ? Duration.ZERO : Duration.ofNanos(overdue[(overdue.length - 1) / 2]);
    }

    /** A registrar has kept this node waiting. */
    void silent(CordaX500Name registrar) {
        silent.put(registrar, now());
    }

    /** Whether a registrar has answered anything since a moment. */
    boolean hasAnsweredSince(CordaX500Name registrar, long moment) {
        Long last = answered.get(registrar);
        return last != null && last - moment >= 0;
    }

    /** The same registrars in the same turn, but for those that have kept this node waiting lately, who come last. */
    List<CommitteeMember> silentLast(List<CommitteeMember> inTurn) {
        List<CommitteeMember> first = new ArrayList<>();
        List<CommitteeMember> last = new ArrayList<>();
        for (CommitteeMember member : inTurn) {
            (isSilent(member.getParty().getName()) ? last : first).add(member);
        }
        first.addAll(last);
        return first;
    }

    private boolean isSilent(CordaX500Name registrar) {
        Long since = silent.get(registrar);
        return since != null && now() - since < REMEMBERED.toNanos();
    }

    /** How long a registrar takes, in nanoseconds, smoothed over its answers. */
    private static final class Pace {
        private final long smoothed;
        private final long variation;

        private Pace(long smoothed, long variation) {
            this.smoothed = smoothed;
            this.variation = variation;
        }

        private static Pace first(long took) {
            return new Pace(took, took / 2);
        }

        private Pace next(long took) {
            return new Pace(
                    smoothed + ((took - smoothed) >> SMOOTHING),
                    variation + ((Math.abs(took - smoothed) - variation) >> VARYING));
        }

        private long overdueAfter() {
            return smoothed + VARIATIONS * variation;
        }
    }
}
