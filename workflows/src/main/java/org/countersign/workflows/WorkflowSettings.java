package org.countersign.workflows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.cordapp.CordappConfig;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.ServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/**
 * What an institution configures about its own flows, in the CorDapp's configuration file.
 *
 * <p>Keys, all optional: {@code timeWindowSeconds} (120), {@code clockToleranceSeconds} (30),
 * {@code attestationTimeoutSeconds} (15), {@code registrarTimeoutSeconds} (20), {@code nextRegistrarSeconds} (2),
 * {@code agreementTimeoutSeconds} (30), {@code acceptance.freeOfPayment} and {@code acceptance.againstPayment}
 * ({@code affirmed} or {@code automatic}; by default {@code automatic} and {@code affirmed}),
 * {@code settlement.cashIssuers} (names of the banks whose cash is taken in payment; none by default),
 * {@code committees.seats} (names of the committees that this node will sit on; none by default, {@code *} for any),
 * {@code committees.authorities} (names of the institutions whose committees count; anybody's if it is not there),
 * {@code committees.soleRegistrarQuorum} (whether one registrar's vote may be a quorum; false),
 * {@code identity.statusListSize} (131072).
 */
@CordaService
public final class WorkflowSettings extends SingletonSerializeAsToken {
    private final CordappConfig config;
    private volatile Set<CordaX500Name> authorities;

    /**
     * Created by the node. Kept by it, because the platform finds a CorDapp's configuration by looking through the
     * stack of whoever asks.
     *
     * @param services the node's services
     */
    public WorkflowSettings(AppServiceHub services) {
        this.config = services.getAppContext().getConfig();
    }

    /**
     * The settings of this node.
     *
     * @param services the node's services
     * @return the settings, with defaults for what the file does not name
     */
    public static WorkflowSettings of(ServiceHub services) {
        return services.cordaService(WorkflowSettings.class);
    }

    /** How long a transaction's time-window stays open from its proposal on. */
    public Duration timeWindow() {
        return seconds("timeWindowSeconds", 120);
    }

    /** How far clocks of members may be apart; a time-window opens that much before the proposal. */
    public Duration clockTolerance() {
        return seconds("clockToleranceSeconds", 30);
    }

    /** How long to wait for a quorum of a committee. */
    public Duration attestationTimeout() {
        return seconds("attestationTimeoutSeconds", 15);
    }

    /**
     * How long a proposer waits for its counterparty's agreement, and a buyer keeps the cash reserved that it has
     * offered until the proposal comes.
     */
    public Duration agreementTimeout() {
        return seconds("agreementTimeoutSeconds", 30);
    }

    /** How long a registrar has to finalise what it is asked to. */
    public Duration registrarTimeout() {
        return seconds("registrarTimeoutSeconds", 20);
    }

    /** How long a proposer waits for a registrar before it asks the next one as well. */
    public Duration nextRegistrar() {
        return seconds("nextRegistrarSeconds", 2);
    }

    /** Whether a receipt free of payment needs an affirmed trade. */
    public boolean affirmFreeOfPayment() {
        return "affirmed".equals(text("acceptance.freeOfPayment", "automatic"));
    }

    /** Whether a purchase against payment needs an affirmed trade. */
    public boolean affirmAgainstPayment() {
        return !"automatic".equals(text("acceptance.againstPayment", "affirmed"));
    }

    /** The names of the banks whose cash this member takes in payment. */
    public List<String> cashIssuers() {
        return texts("settlement.cashIssuers");
    }

    /** The names of the committees that this node will sit on. */
    public List<String> committeeSeats() {
        return texts("committees.seats");
    }

    /** Whether this node takes part in a committee of registrars on which one member's weight alone is a quorum. */
    public boolean soleRegistrarQuorum() {
        return "true".equals(text("committees.soleRegistrarQuorum", "false"));
    }

    /** The name of the notary service for new committees and securities, or null to take the network's only one. */
    public String notary() {
        return text("notary", null);
    }

    /**
     * The names of the institutions that may sit on committees, or null if the operator leaves that open. A committee
     * with any other member counts for nothing here: anybody can found one, and define securities under it.
     */
    public Set<CordaX500Name> authorities() {
        if (authorities == null && config.exists("committees.authorities")) {
            Set<CordaX500Name> names = new HashSet<>();
            texts("committees.authorities").forEach(name -> names.add(CordaX500Name.parse(name)));
            authorities = Collections.unmodifiableSet(names);
        }
        return authorities;
    }

    /** How many credentials a status list has room for that this provider opens; a multiple of four. */
    public int statusListSize() {
        try {
            return config.exists("identity.statusListSize") ? config.getInt("identity.statusListSize") : 131_072;
        } catch (Exception wrong) {
            throw new IllegalStateException(
                    "The CorDapp setting identity.statusListSize is no whole number; write one such as 131072, without"
                            + " quotes, in the configuration file of the workflows CorDapp.",
                    wrong);
        }
    }

    private Duration seconds(String key, int otherwise) {
        try {
            return Duration.ofSeconds(config.exists(key) ? config.getLong(key) : otherwise);
        } catch (Exception wrong) {
            throw new IllegalStateException(
                    "The CorDapp setting " + key + " is not a whole number of seconds; write one such as " + otherwise
                            + ", without a unit, in the configuration file of the workflows CorDapp.",
                    wrong);
        }
    }

    private String text(String key, String otherwise) {
        try {
            return config.exists(key) ? config.getString(key) : otherwise;
        } catch (Exception wrong) {
            throw new IllegalStateException(
                    "The CorDapp setting " + key
                            + " is not a text; write one between quotes in the configuration file of"
                            + " the workflows CorDapp.",
                    wrong);
        }
    }

    private List<String> texts(String key) {
        try {
            if (!config.exists(key)) {
                return Collections.emptyList();
            }
            Object value = config.get(key);
            List<String> texts = new ArrayList<>();
            if (value instanceof Iterable) {
                ((Iterable<?>) value).forEach(item -> texts.add(item.toString()));
            } else {
                texts.addAll(Arrays.asList(value.toString().split(";")));
            }
            return texts;
        } catch (Exception wrong) {
            throw new IllegalStateException(
                    "The CorDapp setting " + key
                            + " is not a list of texts; write one between brackets, or one text with"
                            + " semicolons, in the configuration file of the workflows CorDapp.",
                    wrong);
        }
    }
}
