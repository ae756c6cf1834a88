package org.countersign.deploy.founding;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.deploy.topology.Database;
import org.countersign.deploy.topology.FlowTimeout;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Ports;
import org.countersign.deploy.topology.Topology;
import org.countersign.notary.NotaryService;

/** Writes the configuration of a node from the topology. Each {@code up} writes it anew, so the topology rules. */
public final class NodeConfigurationWriter {
    /** Everything listens here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The name of the RPC user of every node. */
    public static final String RPC_USER = "operator";

    private static final ConfigRenderOptions STYLE = ConfigRenderOptions.defaults()
            .setOriginComments(false)
            .setComments(false)
            .setJson(false);

    private final Topology topology;

    NodeConfigurationWriter(Topology topology) {
        this.topology = topology;
    }

    /** Writes the file if it is not there or says something else. */
    void write(Member member, NodeDirectory node) throws IOException {
        String text = "# Made by countersign from the topology; changes are overwritten by the next 'up'.\n"
                + render(member, node).root().render(STYLE);
        node.updateSettings(node.getConfiguration(), text);
    }

    Config render(Member member, NodeDirectory node) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        Ports ports = member.getPorts();
        settings.put("myLegalName", member.getLegalName().toString());
        settings.put("emailAddress", "operator@" + member.getId() + ".invalid");
        settings.put("devMode", false);
        settings.put("p2pAddress", address(ports.getPeer()));
        // Without these two the node would listen for peers on every interface.
        settings.put("messagingServerAddress", address(ports.getPeer()));
        settings.put("messagingServerExternal", false);
        settings.put("detectPublicIp", false);
        settings.put("rpcSettings.address", address(ports.getRpc()));
        settings.put("rpcSettings.adminAddress", address(ports.getRpcAdmin()));
        settings.put("rpcUsers", Collections.singletonList(rpcUser(member, node)));
        settings.put("keyStorePassword", node.keyStorePassword());
        settings.put("trustStorePassword", node.trustStorePassword());
        settings.put("crlCheckSoftFail", true);
        settings.put("telemetry.openTelemetryEnabled", false);
        settings.put("telemetry.simpleLogTelemetryEnabled", false);
        settings.put("telemetry.spanStartEndEventsEnabled", false);
        settings.put("telemetry.copyBaggageToTags", false);
        FlowTimeout timeout = topology.getFlowTimeout();
        settings.put("flowTimeout.timeout", timeout.getTimeout().toMillis() + " ms");
        settings.put("flowTimeout.maxRestartCount", timeout.getMaximumRestarts());
        settings.put("flowTimeout.backoffBase", timeout.getBackoff());
        putDatabase(settings, member.getResources().getDatabase());
        return ConfigFactory.parseMap(settings).withFallback(notary(member));
    }

    private static Map<String, Object> rpcUser(Member member, NodeDirectory node) throws IOException {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("user", RPC_USER);
        user.put("password", node.rpcPassword());
        user.put("permissions", RpcPermissions.of(member.getRoles()));
        return user;
    }

    private static void putDatabase(Map<String, Object> settings, Database database) {
        if (database.isPostgres()) {
            settings.put("dataSourceProperties.dataSourceClassName", "org.postgresql.ds.PGSimpleDataSource");
            settings.put(
                    "dataSourceProperties.dataSource.url", database.getUrl().orElse(""));
            settings.put(
                    "dataSourceProperties.dataSource.user", database.getUser().orElse(""));
            settings.put(
                    "dataSourceProperties.dataSource.password",
                    database.getPassword().orElse(""));
        }
    }

    private Config notary(Member member) {
        List<String> ids = topology.getNotary().getMemberIds();
        int index = ids.indexOf(member.getId());
        if (index < 0) {
            return ConfigFactory.empty();
        }
        List<String> addresses = new ArrayList<>();
        for (String id : ids) {
            addresses.add(address(topology.member(id).getPorts().getCluster()));
        }
        NotaryService service = new NotaryService(
                topology.getNotary().getServiceLegalName().toString(),
                topology.getNotary().isValidating(),
                addresses);
        return topology.getNotary().getTemplate().render(service, index);
    }

    /** The loopback address with a port. */
    static String address(int port) {
        return LOOPBACK + ":" + port;
    }
}
