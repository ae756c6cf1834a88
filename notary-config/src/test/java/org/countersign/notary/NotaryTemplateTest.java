package org.countersign.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.corda.common.configuration.parsing.internal.Configuration;
import net.corda.core.identity.CordaX500Name;
import net.corda.node.services.config.NodeConfiguration;
import net.corda.node.services.config.NodeConfigurationKt;
import net.corda.node.services.config.NotaryConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotaryTemplateTest {
    private static final String SERVICE = "O=Notary Cluster, L=London, C=GB";
    private static final NotaryService CLUSTER =
            new NotaryService(SERVICE, true, Arrays.asList("127.0.0.1:10203", "127.0.0.1:10213", "127.0.0.1:10223"));

    @TempDir
    Path directory;

    static Stream<String> kinds() {
        return NotaryTemplate.kinds().stream();
    }

    @Test
    void theKindsThatAreShippedAreFound() {
        assertThat(NotaryTemplate.kinds()).containsExactly("raft", "simple");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTemplateGivesEachMemberASectionThatTheNodeAccepts(String kind) {
        NotaryTemplate template = NotaryTemplate.ofKind(kind);
        for (int member = 0; member < template.getMinimumMembers(); member++) {
            NotaryConfig parsed = asTheNodeReadsIt(template.render(CLUSTER, member));
            assertThat(parsed.getValidating()).isTrue();
            assertThat(parsed.getServiceLegalName()).isEqualTo(CordaX500Name.parse(SERVICE));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTemplateTellsTheLauncherWhatItDemands(String kind) {
        NotaryTemplate template = NotaryTemplate.ofKind(kind);
        assertThat(template.getSummary()).isNotEmpty();
        assertThat(template.getMinimumMembers()).isPositive().isLessThanOrEqualTo(template.getMaximumMembers());
        assertThat(template.getKind()).isEqualTo(kind);
    }

    @Test
    void theFirstMemberOfARaftClusterOpensItAndTheOthersJoinThere() {
        NotaryTemplate raft = NotaryTemplate.ofKind("raft");
        assertThat(raft.hasClusterPorts()).isTrue();
        assertThat(raft.render(CLUSTER, 0).getStringList("notary.raft.clusterAddresses"))
                .isEmpty();
        List<String> joinAt = raft.render(CLUSTER, 2).getStringList("notary.raft.clusterAddresses");
        assertThat(joinAt).containsExactly("127.0.0.1:10203");
        assertThat(raft.render(CLUSTER, 2).getString("notary.raft.nodeAddress")).isEqualTo("127.0.0.1:10223");
    }

    @Test
    void anUnknownKindIsRefusedWithTheKindsThatThereAre() {
        assertThatThrownBy(() -> NotaryTemplate.ofKind("paxos"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paxos")
                .hasMessageContaining("raft, simple");
    }

    private NotaryConfig asTheNodeReadsIt(Config notarySection) {
        Config node = ConfigFactory.parseString("myLegalName = \"O=Custodian One, L=London, C=GB\"\n"
                        + "devMode = false\n"
                        + "p2pAddress = \"127.0.0.1:10200\"\n"
                        + "rpcSettings { address = \"127.0.0.1:10201\", adminAddress = \"127.0.0.1:10202\" }\n")
                .withFallback(notarySection)
                .withFallback(ConfigFactory.parseString("baseDirectory = \"" + directory + "\""))
                .withFallback(ConfigFactory.parseResources("corda-reference.conf"))
                .resolve();
        NodeConfiguration parsed = NodeConfigurationKt.parseAsNodeConfiguration(node, new Configuration.Options(false))
                .value(errors -> new IllegalStateException("The node refuses the template: " + errors));
        return parsed.getNotary();
    }
}
