package org.countersign.deploy.founding;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;

/**
 * The facts of a topology that certificates, node information and network parameters were made from, and which
 * therefore cannot change under a network: members, their names, addresses and databases, and the notary.
 */
final class Foundation {
    private final Map<String, String> facts = new TreeMap<>();

    /** The facts of a topology. */
    Foundation(Topology topology) {
        facts.put("notary kind", topology.getNotary().getTemplate().getKind());
        facts.put("notary name", topology.getNotary().getServiceLegalName().toString());
        facts.put("notary validating", String.valueOf(topology.getNotary().isValidating()));
        facts.put("notary members", String.join(", ", topology.getNotary().getMemberIds()));
        for (Member member : topology.getMembers()) {
            String id = member.getId();
            facts.put("member " + id + ", name", member.getLegalName().toString());
            facts.put(
                    "member " + id + ", p2p port",
                    String.valueOf(member.getPorts().getPeer()));
            facts.put(
                    "member " + id + ", database",
                    member.getResources().getDatabase().getUrl().orElse("h2"));
            if (topology.usesClusterPort(member)) {
                facts.put(
                        "member " + id + ", cluster port",
                        String.valueOf(member.getPorts().getCluster()));
            }
        }
    }

    void write(StateDirectory state) throws IOException {
        Map<String, Object> quoted = new LinkedHashMap<>(facts);
        PrivateFiles.write(
                state.getFoundation(), ConfigValueFactory.fromMap(quoted).render(ConfigRenderOptions.concise()) + "\n");
    }

    /** Fails if the network was founded on other facts. */
    void requireSame(StateDirectory state) throws IOException {
        Config founded = ConfigFactory.parseString(PrivateFiles.read(state.getFoundation()));
        Map<String, String> before = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> fact : founded.root().entrySet()) {
            before.put(fact.getKey(), fact.getValue().unwrapped().toString());
        }
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(facts.keySet());
        for (String fact : all) {
            if (!String.valueOf(before.get(fact)).equals(String.valueOf(facts.get(fact)))) {
                throw new OperatorException(
                        OperatorException.Code.TOPOLOGY_CHANGED,
                        "The topology has changed in what network '" + state.getName() + "' was founded on: " + fact
                                + " was " + describe(before.get(fact)) + " and is now " + describe(facts.get(fact))
                                + ".",
                        "Change it back, give the network another name, or found it anew with --fresh, which forgets"
                                + " its ledger.");
            }
        }
    }

    private static String describe(String value) {
        return value == null ? "absent" : "'" + value + "'";
    }
}
