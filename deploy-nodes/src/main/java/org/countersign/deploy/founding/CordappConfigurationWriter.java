package org.countersign.deploy.founding;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.deploy.topology.CommitteePlan;
import org.countersign.deploy.topology.FlowSettings;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Role;
import org.countersign.deploy.topology.Seat;
import org.countersign.deploy.topology.Topology;

/** Writes what the CorDapps of a node are configured with. */
final class CordappConfigurationWriter {
    private final Topology topology;
    private final String version;

    /** The version is part of the names under which CorDapps look for their configuration. */
    CordappConfigurationWriter(Topology topology, String version) {
        this.topology = topology;
        this.version = version;
    }

    /** Writes the files that are not there or say something else. */
    void write(Member member, NodeDirectory node) throws IOException {
        Path directory = PrivateFiles.makeDirectories(node.getCordapps().resolve("config"));
        write(
                node,
                directory.resolve("countersign-workflows-" + version + ".conf"),
                ConfigFactory.parseMap(workflows(member)));
        if (member.hasRole(Role.AUTHORITY)) {
            write(node, directory.resolve("countersign-oracles-" + version + ".conf"), oracles(member));
        }
    }

    private static void write(NodeDirectory node, Path file, Config settings) throws IOException {
        ConfigRenderOptions style = ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(false);
        node.updateSettings(file, settings.root().render(style));
    }

    private Map<String, Object> workflows(Member member) {
        FlowSettings flows = topology.getFlowSettings();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("timeWindowSeconds", flows.getTimeWindow().getSeconds());
        settings.put("clockToleranceSeconds", flows.getClockTolerance().getSeconds());
        settings.put("attestationTimeoutSeconds", flows.getAttestationTimeout().getSeconds());
        settings.put("registrarTimeoutSeconds", flows.getRegistrarTimeout().getSeconds());
        settings.put("nextRegistrarSeconds", flows.getNextRegistrar().getSeconds());
        settings.put("agreementTimeoutSeconds", flows.getAgreementTimeout().getSeconds());
        settings.put("acceptance.freeOfPayment", label(flows.getFreeOfPayment()));
        settings.put("acceptance.againstPayment", label(flows.getAgainstPayment()));
        settings.put("settlement.cashIssuers", texts(topology.getCashIssuers()));
        settings.put("committees.seats", seats(member));
        // A topology without committees leaves open who may found them later.
        if (!topology.getCommittees().isEmpty()) {
            settings.put("committees.authorities", authorities());
        }
        return settings;
    }

    private Config oracles(Member member) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("checks.countersign.identity.admitted-holders.holders", texts(topology.getAdmittedHolders()));
        Config checks = member.getExtensions().getChecks();
        // What the topology says of a check itself counts before what follows from elsewhere in it.
        return (checks.isEmpty() ? ConfigFactory.empty() : checks.atKey("checks"))
                .withFallback(ConfigFactory.parseMap(settings));
    }

    private List<String> seats(Member member) {
        List<String> seats = new ArrayList<>();
        for (CommitteePlan committee : topology.getCommittees()) {
            if (committee.getSeats().stream()
                    .anyMatch(seat -> seat.getMemberId().equals(member.getId()))) {
                seats.add(committee.getName());
            }
        }
        return seats;
    }

    private List<String> authorities() {
        Set<String> seated = topology.getCommittees().stream()
                .flatMap(committee -> committee.getSeats().stream())
                .map(Seat::getMemberId)
                .collect(Collectors.toSet());
        return topology.getMembers().stream()
                .filter(member -> seated.contains(member.getId()))
                .map(member -> member.getLegalName().toString())
                .collect(Collectors.toList());
    }

    private static List<String> texts(List<CordaX500Name> names) {
        return names.stream().map(CordaX500Name::toString).collect(Collectors.toList());
    }

    private static String label(FlowSettings.Acceptance acceptance) {
        return acceptance.name().toLowerCase(Locale.ROOT);
    }
}
