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
 * Which registrars have answered this node lately, and which have kept it waiting, so that one that is down costs one
 * transaction a moment and not each that begins with it.
 *
 * <p>In memory only: what is forgotten with a restart is learnt again at the first wait. Times are of a clock that
 * nobody sets.
 */
@CordaService
public final class RegistrarsHeard extends SingletonSerializeAsToken {
    /** Who has kept this node waiting comes after the others for so long, and is then tried again in its turn. */
    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
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

    /** A registrar has answered something, whatever. */
    void answered(CordaX500Name registrar) {
        answered.put(registrar, now());
        silent.remove(registrar);
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
}
