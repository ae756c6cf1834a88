package org.countersign.oracles.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/**
 * How often a member may ask what would come of a transaction: so many times an hour, by the setting
 * {@code questions.perHour} of the oracle CorDapp, by default {@value #USUAL}; 0 for never. Without a limit anybody
 * could find out by asking whom the checks would pass and whom not.
 */
@CordaService
public final class QuestionLimit extends SingletonSerializeAsToken {
    private static final String SETTING = "questions.perHour";
    private static final int USUAL = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final AppServiceHub services;
    private final int perHour;
    private final Map<CordaX500Name, Deque<Instant>> asked = new HashMap<>();

    /**
     * Created by the node.
     *
     * @param services the node's services
     */
    public QuestionLimit(AppServiceHub services) {
        this.services = services;
        CordappConfig config = services.getAppContext().getConfig();
        this.perHour = config.exists(SETTING) ? config.getInt(SETTING) : USUAL;
    }

    /** How many questions a member may ask in an hour. */
    int perHour() {
        return perHour;
    }

    /** Counts a question; false if it is one too many. */
    synchronized boolean take(CordaX500Name asker) {
        Instant now = services.getClock().instant();
        Deque<Instant> times = asked.computeIfAbsent(asker, first -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().plus(HOUR).isBefore(now)) {
            times.removeFirst();
        }
        if (times.size() >= perHour) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
