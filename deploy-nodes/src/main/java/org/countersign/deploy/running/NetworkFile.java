package org.countersign.deploy.running;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.deploy.founding.NodeConfigurationWriter;
import org.countersign.deploy.founding.PrivateFiles;
import org.countersign.deploy.founding.StateDirectory;
import org.countersign.deploy.topology.CommitteePlan;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/** Writes {@code network.json}, by which clients find the network. */
final class NetworkFile {
    private static final String FORMAT = "countersign-network/1";
    private static final ConfigRenderOptions STYLE =
            ConfigRenderOptions.defaults().setOriginComments(false).setComments(false);

    private final Topology topology;
    private final StateDirectory state;

    NetworkFile(Topology topology, StateDirectory state) {
        this.topology = topology;
        this.state = state;
    }

    /** Writes the file into the state directory, and beside that as the one of the network last brought up. */
    void write() throws IOException {
        String text = ConfigValueFactory.fromMap(content()).render(STYLE);
        PrivateFiles.write(state.getNetworkFile(), text);
        PrivateFiles.write(state.getParent().resolve("network.json"), text);
    }

    Map<String, Object> content() {
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("format", FORMAT);
        network.put("name", topology.getName());
        network.put("directory", state.getPath().toString());
        network.put("trustRoot", state.getRootCertificate().toString());
        network.put("notary", topology.getNotary().getServiceLegalName().toString());
        List<Object> members = new ArrayList<>();
        topology.getMembers().forEach(member -> members.add(describe(member)));
        network.put("members", members);
        List<Object> committees = new ArrayList<>();
        topology.getCommittees().forEach(committee -> committees.add(describe(committee)));
        network.put("committees", committees);
        return network;
    }

    private Map<String, Object> describe(Member member) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", member.getId());
        described.put("legalName", member.getLegalName().toString());
        described.put("roles", member.getRoleLabels());
        described.put(
                "rpcAddress",
                NodeConfigurationWriter.LOOPBACK + ":" + member.getPorts().getRpc());
        described.put("rpcUser", NodeConfigurationWriter.RPC_USER);
        described.put("rpcPasswordFile", state.node(member).getRpcPassword().toString());
        return described;
    }

    private static Map<String, Object> describe(CommitteePlan committee) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", committee.getName());
        described.put("aspect", committee.getAspect().name());
        return described;
    }
}
