package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.identity.CordaX500Name;
import net.corda.node.services.config.NodeConfiguration;
import net.corda.nodeapi.internal.config.CertificateStore;
import net.corda.nodeapi.internal.config.User;
import net.corda.nodeapi.internal.crypto.X509Utilities;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void theNodeAcceptsItsConfigurationAndListensOnTheLoopbackInterfaceOnly() throws IOException {
        NodeConfiguration bank = configuration("bank", SampleTopology.TEXT);
        assertThat(bank.getMyLegalName()).isEqualTo(CordaX500Name.parse("O=Bank,L=London,C=GB"));
        assertThat(bank.getDevMode()).isFalse();
        assertThat(bank.getP2pAddress()).hasToString("127.0.0.1:20020");
        assertThat(bank.getMessagingServerAddress()).hasToString("127.0.0.1:20020");
        assertThat(bank.getMessagingServerExternal()).isFalse();
        assertThat(bank.getRpcOptions().getAddress()).hasToString("127.0.0.1:20021");
        assertThat(bank.getRpcOptions().getAdminAddress()).hasToString("127.0.0.1:20022");
        assertThat(bank.getNotary()).isNull();
        assertThat(bank.getFlowTimeout().getMaxRestartCount()).isEqualTo(20);
    }

    @Test
    void theNotaryHasItsSection() throws IOException {
        NodeConfiguration custodian = configuration("custodian", SampleTopology.TEXT);
        assertThat(custodian.getNotary().getServiceLegalName())
                .isEqualTo(CordaX500Name.parse("O=Notary,L=London,C=GB"));
        assertThat(custodian.getNotary().getValidating()).isTrue();
    }

    @Test
    void aNodeOnPostgresqlGetsItsDataSource() throws IOException {
        NodeConfiguration bank = configuration(
                "bank",
                SampleTopology.TEXT.replace(
                        "roles = [issuer]",
                        "roles = [issuer], database { kind = postgres, url = \"jdbc:postgresql://localhost:5432/bank\","
                                + " user = bank, password = \"a b\\\"c\" }"));
        assertThat(bank.getDataSourceProperties())
                .containsEntry("dataSourceClassName", "org.postgresql.ds.PGSimpleDataSource")
                .containsEntry("dataSource.url", "jdbc:postgresql://localhost:5432/bank")
                .containsEntry("dataSource.user", "bank")
                .containsEntry("dataSource.password", "a b\"c");
    }

    @Test
    void clientsMayNeitherStopTheNodeNorKillFlowsNorDoEverything() throws IOException {
        User user = configuration("bank", SampleTopology.TEXT).getRpcUsers().get(0);
        assertThat(user.getUsername()).isEqualTo("operator");
        assertThat(user.getPermissions())
                .doesNotContain("ALL")
                .noneMatch(
                        permission -> permission.matches("(?i).*(shutdown|terminate|kill|acceptNewNetwork|upload).*"))
                .contains("StartFlow.org.countersign.workflows.holding.TransferFlow$Initiator", "InvokeRpc.nodeInfo");
    }

    @Test
    void everyFlowThatClientsMayStartExists() throws ClassNotFoundException {
        List<String> flows = RpcPermissions.all().stream()
                .filter(permission -> permission.startsWith("StartFlow."))
                .map(permission -> permission.substring("StartFlow.".length()))
                .collect(Collectors.toList());
        assertThat(flows).hasSize(62);
        for (String flow : flows) {
            Class<?> type = Class.forName(flow, false, getClass().getClassLoader());
            assertThat(type).hasAnnotation(net.corda.core.flows.StartableByRPC.class);
        }
    }

    @Test
    void everyOperationThatClientsMayInvokeExists() {
        List<String> operations = Stream.of(net.corda.core.messaging.CordaRPCOps.class.getMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toList());
        assertThat(RpcPermissions.all())
                .filteredOn(permission -> permission.startsWith("InvokeRpc."))
                .allMatch(permission -> operations.contains(permission.substring("InvokeRpc.".length())));
    }

    @Test
    void passwordsAreLongAndDifferentAndStayTheSame() throws IOException {
        NodeDirectory one = new NodeDirectory(PrivateFiles.makeDirectories(directory.resolve("one")));
        NodeDirectory two = new NodeDirectory(PrivateFiles.makeDirectories(directory.resolve("two")));
        assertThat(one.rpcPassword()).hasSize(32).isEqualTo(one.rpcPassword()).isNotEqualTo(two.rpcPassword());
        assertThat(one.keyStorePassword()).isNotEqualTo(one.trustStorePassword());
    }

    @Test
    void whateverHoldsAKeyOrAPasswordIsForItsOwnerOnly() throws IOException {
        Topology topology = SampleTopology.in(directory);
        StateDirectory state = StateDirectory.of(directory.resolve("state"), "sample");
        CertificateAuthority authority = CertificateAuthority.found("sample");
        Member member = topology.member("custodian");
        NodeDirectory node = state.node(member);
        PrivateFiles.makeDirectories(node.getPath());
        KeyStores.writeAuthority(state.getTrust(), authority);
        KeyStores.writeForNode(
                node,
                authority.certify(member.getLegalName()),
                authority.getRoot().getCertificate());
        KeyStores.addServiceIdentity(
                node,
                authority.certifyService(topology.getNotary().getServiceLegalName()),
                authority.nodeAuthorityPath());
        new NodeConfigurationWriter(topology).write(member, node);
        node.rpcPassword();

        try (Stream<Path> all = Files.walk(directory.resolve("state"))) {
            for (Path path : all.collect(Collectors.toList())) {
                String expected = Files.isDirectory(path) ? "rwx------" : "rw-------";
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(expected);
            }
        }
        CertificateStore identities = CertificateStore.Companion.fromFile(
                node.getCertificates().resolve("nodekeystore.jks"),
                node.keyStorePassword(),
                node.keyStorePassword(),
                false);
        assertThat(identities.aliases())
                .contains(
                        X509Utilities.CORDA_CLIENT_CA,
                        X509Utilities.NODE_IDENTITY_KEY_ALIAS,
                        X509Utilities.DISTRIBUTED_NOTARY_KEY_ALIAS);
        assertThat(PrivateFiles.read(state.getRootCertificate())).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void authoritiesAreToldTheSettingsOfTheirChecks() throws IOException {
        Topology topology = SampleTopology.in(
                directory,
                SampleTopology.TEXT.replace(
                                "{ id = umpire, legalName",
                                "{ id = umpire, checks { countersign.risk.limit = 2 }, legalName")
                        + "checks { countersign.risk { limit = 1, prices = ${directory}/prices.csv } }\n");
        com.typesafe.config.Config judge = checks(topology, "judge");
        assertThat(judge.getInt("checks.countersign.risk.limit")).isEqualTo(1);
        assertThat(judge.getString("checks.countersign.risk.prices")).isEqualTo(directory + "/prices.csv");
        com.typesafe.config.Config umpire = checks(topology, "umpire");
        assertThat(umpire.getInt("checks.countersign.risk.limit")).isEqualTo(2);
        assertThat(umpire.hasPath("checks.countersign.risk.prices")).isTrue();
    }

    private com.typesafe.config.Config checks(Topology topology, String member) throws IOException {
        NodeDirectory node = new NodeDirectory(directory.resolve(member));
        new CordappConfigurationWriter(topology, "1.2.3").write(topology.member(member), node);
        return com.typesafe.config.ConfigFactory.parseFile(node.getCordapps()
                .resolve("config/countersign-oracles-1.2.3.conf")
                .toFile());
    }

    @Test
    void cordappsAreToldWhatTheTopologySays() throws IOException {
        Topology topology = SampleTopology.in(directory);
        NodeDirectory node = new NodeDirectory(directory.resolve("judge"));
        CordappConfigurationWriter writer = new CordappConfigurationWriter(topology, "1.2.3");
        writer.write(topology.member("judge"), node);
        assertThat(node.pendingChange()).contains(NodeDirectory.Change.SETTINGS);
        node.settlePendingChange();
        writer.write(topology.member("judge"), node);
        assertThat(node.pendingChange()).as("nothing has changed").isEmpty();
        com.typesafe.config.Config workflows = com.typesafe.config.ConfigFactory.parseFile(node.getCordapps()
                .resolve("config/countersign-workflows-1.2.3.conf")
                .toFile());
        assertThat(workflows.getLong("timeWindowSeconds")).isEqualTo(120);
        assertThat(workflows.getString("acceptance.againstPayment")).isEqualTo("affirmed");
        assertThat(workflows.getStringList("committees.seats")).containsExactly("identity");
        assertThat(workflows.getStringList("committees.authorities"))
                .containsExactlyInAnyOrder("O=Judge, L=London, C=GB", "O=Umpire, L=London, C=GB");
        assertThat(workflows.getStringList("settlement.cashIssuers")).containsExactly("O=Bank, L=London, C=GB");
        com.typesafe.config.Config oracles = com.typesafe.config.ConfigFactory.parseFile(node.getCordapps()
                .resolve("config/countersign-oracles-1.2.3.conf")
                .toFile());
        assertThat(oracles.getStringList("checks.countersign.identity.admitted-holders.holders"))
                .containsExactly("O=Bank, L=London, C=GB");
    }

    @Test
    void aLesserChangeDoesNotHideAGreaterOne() throws IOException {
        NodeDirectory node = new NodeDirectory(directory.resolve("node"));
        node.announce(NodeDirectory.Change.CORDAPPS);
        node.announce(NodeDirectory.Change.SETTINGS);
        assertThat(node.pendingChange()).contains(NodeDirectory.Change.CORDAPPS);
    }

    private NodeConfiguration configuration(String memberId, String text) throws IOException {
        Topology topology = SampleTopology.in(directory, text);
        NodeDirectory node = new NodeDirectory(PrivateFiles.makeDirectories(directory.resolve(memberId)));
        new NodeConfigurationWriter(topology).write(topology.member(memberId), node);
        return new PlatformNode(node).configuration();
    }
}
