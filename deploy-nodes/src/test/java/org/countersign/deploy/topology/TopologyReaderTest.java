package org.countersign.deploy.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import net.corda.core.identity.CordaX500Name;
import org.assertj.core.api.AbstractThrowableAssert;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.validation.Aspect;
import org.countersign.deploy.OperatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyReaderTest {
    private static final String GOOD = "name = good\n" // line 1
            + "ports { first = 20000, step = 10 }\n"
            + "members = [\n"
            + "  { id = notary, legalName = \"O=Notary Node,L=London,C=GB\", roles = [custodian] }\n" // line 4
            + "  { id = judge, legalName = \"O=Judge,L=London,C=GB\", roles = [authority, registrar] }\n"
            + "  { id = bank, legalName = \"O=Bank,L=London,C=GB\", roles = [issuer], heap = 300m }," // line 6
            + "  { id = umpire, legalName = \"O=Umpire,L=London,C=GB\", roles = [authority] }\n"
            + "]\n"
            + "notary { kind = simple, serviceLegalName = \"O=Notary,L=London,C=GB\", members = [notary] }\n" // 8
            + "committees = [\n"
            + "  { name = identity, aspect = IDENTITY, members = [{ id = judge, weight = 1 },"
            + " { id = umpire, weight = 3 }], threshold = 2,\n"
            + "    attestationValidity = 10 minutes, observers = [bank] }\n" // line 11
            + "]\n"
            + "admittedHolders = [bank, \"O=Outsider,L=Paris,C=FR\"]\n"; // line 13

    @TempDir
    Path directory;

    static Stream<Path> shipped() throws IOException {
        return Files.list(Paths.get("topologies"))
                .filter(file -> file.toString().endsWith(".conf"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyTopologyThatIsShippedCanBeRead(Path file) {
        assertThat(Topology.read(file).getMembers()).isNotEmpty();
    }

    @Test
    void theDemonstrationNetworkHasItsTenMembersAndACommitteeOfEveryAspect() {
        Topology demo = Topology.read(Paths.get("topologies/demo.conf"));
        assertThat(demo.getMembers())
                .extracting(Member::getId)
                .containsExactly(
                        "custodian-1",
                        "custodian-2",
                        "custodian-3",
                        "authority-1",
                        "authority-2",
                        "authority-3",
                        "issuer-bank",
                        "dealer-a",
                        "dealer-b",
                        "regulator");
        assertThat(demo.getNotary().getTemplate().getKind()).isEqualTo("raft");
        assertThat(demo.getCommittees())
                .extracting(CommitteePlan::getName, CommitteePlan::getAspect, CommitteePlan::getThreshold)
                .containsExactly(
                        tuple("identity", Aspect.IDENTITY, 2),
                        tuple("compliance", Aspect.COMPLIANCE, 2),
                        tuple("risk", Aspect.RISK, 2),
                        tuple("capital", Aspect.CAPITAL, 2),
                        tuple("registrars", Aspect.OWNERSHIP, 2));
        assertThat(demo.member("issuer-bank").getPorts().getRpc()).isEqualTo(10261);
    }

    @Test
    void theDemonstrationNetworkAcceptsTheCredentialsOfOneOfItsMembers() {
        assertThat(Topology.read(Paths.get("topologies/demo.conf")).getCommittees().stream()
                        .flatMap(committee -> committee.getProviders().stream()))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.getMemberId()).isEqualTo("custodian-3");
                    assertThat(provider.getKinds()).containsExactly(ClaimKind.values());
                });
    }

    @Test
    void whatATopologySaysIsRead() throws IOException {
        Topology topology = Topology.read(file(GOOD));
        Member bank = topology.member("bank");
        assertThat(bank.getPorts().byPurpose(true).values()).containsExactly(20020, 20021, 20022, 20023);
        assertThat(bank.getResources().getHeapBytes()).isEqualTo(300L << 20);
        assertThat(topology.member("notary").getRoles()).containsExactly(Role.NOTARY, Role.CUSTODIAN);
        assertThat(topology.getAdmittedHolders())
                .containsExactly(bank.getLegalName(), CordaX500Name.parse("O=Outsider,L=Paris,C=FR"));
        assertThat(topology.getCommittees().get(0).getSeats())
                .extracting(Seat::getWeight)
                .containsExactly(1, 3);
    }

    @Test
    void whatATopologyLeavesOutHasDefaults() throws IOException {
        Topology topology = Topology.read(file(GOOD));
        assertThat(topology.getProfile()).isEqualTo(Profile.DEMONSTRATION);
        assertThat(topology.member("judge").getResources().getHeapBytes()).isEqualTo(256L << 20);
        assertThat(topology.member("judge").getResources().getDatabase().isPostgres())
                .isFalse();
        assertThat(topology.getFlowTimeout().getTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(topology.getFlowSettings().getTimeWindow()).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void aSelfContainedCopyMeansTheSameElsewhere() throws IOException {
        Files.write(directory.resolve("secret"), "s3cret\n".getBytes(StandardCharsets.UTF_8));
        Path original = file(GOOD.replace(
                "heap = 300m",
                "database { kind = postgres, url = \"jdbc:postgresql://localhost/bank\", user = bank,"
                        + " passwordFile = secret }"));
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere")).resolve("copy.conf");
        Files.write(elsewhere, Topology.selfContained(original).getBytes(StandardCharsets.UTF_8));
        Topology copy = Topology.read(elsewhere);
        Database database = copy.member("bank").getResources().getDatabase();
        assertThat(database.getPassword()).contains("s3cret");
        assertThat(database.getUrl()).contains("jdbc:postgresql://localhost/bank");
        assertThat(copy.getMembers()).extracting(Member::getId).containsExactly("notary", "judge", "bank", "umpire");
    }

    @Test
    void theNameIsReadWhereAPasswordThatTheEnvironmentShouldHaveIsMissing() throws IOException {
        String secretive = GOOD.replace(
                "heap = 300m",
                "database { kind = postgres, url = \"jdbc:postgresql://localhost/bank\", user = bank,"
                        + " password = ${?NOBODY_HAS_SET_THIS} }");
        assertThat(Topology.nameIn(file(secretive))).isEqualTo("good");
        refusal(secretive).hasMessageContaining("members[2].database.password is missing");
    }

    @Test
    void jarsAndChecksOfAMemberAreRead() throws IOException {
        Files.write(directory.resolve("halts.jar"), new byte[] {1});
        Topology topology = Topology.read(file(GOOD.replace(
                "{ id = umpire, legalName",
                "{ id = umpire, cordapps = [halts.jar], checks { example.halts { url = x } }, legalName")));
        Extensions extensions = topology.member("umpire").getExtensions();
        assertThat(extensions.getCordapps()).containsExactly(directory.resolve("halts.jar"));
        assertThat(extensions.getChecks().getString("example.halts.url")).isEqualTo("x");
        assertThat(topology.member("judge").getExtensions().getChecks().isEmpty())
                .isTrue();
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        refusal(GOOD.replace("{ id = umpire, legalName", "{ id = umpire, cordapps = [halts.jar], legalName"))
                .hasMessageStartingWith("topology.conf:6: members[3].cordapps names " + directory.resolve("halts.jar"));
    }

    @Test
    void checksOfAMemberThatIsNoAuthorityAreRefused() {
        refusal(GOOD.replace("heap = 300m", "checks { example.halts { url = x } }"))
                .hasMessageStartingWith("topology.conf:6: members[2].checks are those of a member that is no");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Topology.read(directory.resolve("nowhere.conf")))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("nowhere.conf");
    }

    @Test
    void brokenSyntaxIsReportedWithItsLine() {
        refusal(GOOD.replace("step = 10 }", "step = "))
                .hasMessageContaining("topology.conf:")
                .hasMessageContaining("3");
    }

    @Test
    void aMissingKeyIsReportedWithLineAndPath() {
        refusal(GOOD.replace("legalName = \"O=Bank,L=London,C=GB\", ", ""))
                .hasMessageStartingWith("topology.conf:6: members[2].legalName is missing");
    }

    @Test
    void aKeyThatMeansNothingIsRefused() {
        refusal(GOOD.replace("heap =", "heep ="))
                .hasMessageStartingWith("topology.conf:6: members[2].heep means nothing");
    }

    @Test
    void anUnknownRoleIsRefusedWithThoseThatThereAre() {
        refusal(GOOD.replace("[issuer]", "[isuer]"))
                .hasMessageStartingWith("topology.conf:6: members[2].roles has 'isuer'")
                .satisfies(error ->
                        assertThat(((OperatorException) error).getRemedy()).contains("issuer, dealer"));
    }

    @Test
    void aLegalNameThatCordaWouldRefuseIsRefused() {
        refusal(GOOD.replace("O=Bank,L=London,C=GB", "O=Bank,L=London,C=XX"))
                .hasMessageStartingWith("topology.conf:6: members[2].legalName");
    }

    @Test
    void twoMembersOfOneNameAreRefused() {
        refusal(GOOD.replace("O=Bank,", "O=Judge,")).hasMessageContaining("the same as that of member judge");
        refusal(GOOD.replace("id = bank", "id = judge")).hasMessageContaining("members[2].id");
    }

    @Test
    void aPortThatTwoMembersClaimIsRefused() {
        String ports = "heap = 300m, ports { p2p = 20010, rpc = 21001, rpcAdmin = 21002, cluster = 21003 }";
        refusal(GOOD.replace("heap = 300m", ports))
                .hasMessageStartingWith("topology.conf:6: members[2].ports of bank include 20010, which judge has");
    }

    @Test
    void aHeapThatNoNodeCanRunInIsRefused() {
        refusal(GOOD.replace("300m", "30m")).hasMessageStartingWith("topology.conf:6: members[2].heap");
    }

    @Test
    void anUnknownKindOfNotaryIsRefused() {
        refusal(GOOD.replace("kind = simple", "kind = paxos"))
                .hasMessageStartingWith("topology.conf:8: notary.kind is 'paxos'")
                .satisfies(error ->
                        assertThat(((OperatorException) error).getRemedy()).contains("raft, simple"));
    }

    @Test
    void aClusterOfTheWrongSizeIsRefused() {
        refusal(GOOD.replace("kind = simple", "kind = raft"))
                .hasMessageStartingWith("topology.conf:8: notary.members are 1");
    }

    @Test
    void aNotaryMemberThatIsNoneIsRefused() {
        refusal(GOOD.replace("members = [notary]", "members = [nobody]"))
                .hasMessageContaining("notary.members names 'nobody'");
    }

    @Test
    void aNotaryServiceUnderAMembersNameIsRefused() {
        refusal(GOOD.replace("O=Notary,", "O=Bank,")).hasMessageContaining("legal name of bank");
    }

    @Test
    void aSeatForAMemberWithoutTheRoleIsRefused() {
        refusal(GOOD.replace("[{ id = judge", "[{ id = bank"))
                .hasMessageStartingWith("topology.conf:10: committees[0].members[0].id is bank, which is no authority");
    }

    @Test
    void aCommitteeThatTheLedgerWouldRefuseIsRefusedBeforeAnythingIsFounded() {
        refusal(GOOD.replace(", { id = umpire, weight = 3 }", "").replace("threshold = 2", "threshold = 1"))
                .hasMessageStartingWith("topology.conf:10: committees[0].members names one member");
        refusal(GOOD.replace("roles = [authority] }", "roles = [authority, registrar] }")
                        .replace("aspect = IDENTITY", "aspect = OWNERSHIP")
                        .replace("threshold = 2", "threshold = 1"))
                .hasMessageStartingWith("topology.conf:10: committees[0].threshold is 1");
    }

    @Test
    void registrarsOfWhomOneAloneIsAQuorumAreRefused() throws IOException {
        String registrars = GOOD.replace("roles = [authority] }", "roles = [authority, registrar] }")
                .replace("aspect = IDENTITY", "aspect = OWNERSHIP");
        refusal(registrars.replace("threshold = 2", "threshold = 3"))
                .hasMessageStartingWith(
                        "topology.conf:10: committees[0].threshold is 3, and the weight of umpire is 3");
        String shared = registrars.replace("threshold = 2", "threshold = 4");
        assertThat(Topology.read(file(shared)).getCommittees().get(0).getThreshold())
                .isEqualTo(4);
        // Any of several authorities may be enough for another aspect.
        assertThat(Topology.read(file(GOOD)).getCommittees().get(0).getThreshold())
                .isEqualTo(2);
    }

    @Test
    void aCommitteeIsOfTheWholeNetworkUnlessItsSegmentIsNamed() throws IOException {
        assertThat(Topology.read(file(GOOD)).getCommittees().get(0).getSegment())
                .isEqualTo("network");
        String uk = GOOD.replace("aspect = IDENTITY", "aspect = IDENTITY, segment = uk");
        assertThat(Topology.read(file(uk)).getCommittees().get(0).getSegment()).isEqualTo("uk");
        refusal(GOOD.replace("aspect = IDENTITY", "aspect = IDENTITY, segment = \"\""))
                .hasMessageContaining("committees[0].segment is empty");
        String tooLong = String.join("", java.util.Collections.nCopies(61, "s"));
        refusal(GOOD.replace("aspect = IDENTITY", "aspect = IDENTITY, segment = " + tooLong))
                .hasMessageContaining("committees[0].segment is no name");
    }

    @Test
    void theProvidersOfACommitteeAreRead() throws IOException {
        CommitteePlan identity = Topology.read(file(accepting("{ id = bank, kinds = [KYC, legal_identity] }")))
                .getCommittees()
                .get(0);
        assertThat(identity.getProviders())
                .extracting(ProviderPlan::getMemberId, ProviderPlan::getKinds)
                .containsExactly(tuple("bank", Arrays.asList(ClaimKind.KYC, ClaimKind.LEGAL_IDENTITY)));
        assertThat(Topology.read(file(GOOD)).getCommittees().get(0).getProviders())
                .isEmpty();
    }

    @Test
    void aProviderThatTheCommitteeCannotAcceptIsRefused() {
        refusal(accepting("{ id = judge }"))
                .hasMessageStartingWith(
                        "topology.conf:11: committees[0].providers[0].id is judge, which is no provider");
        refusal(accepting("{ id = banque }"))
                .hasMessageContaining("committees[0].providers[0].id names 'banque', which is no member");
        refusal(accepting("{ id = bank }, { id = bank }"))
                .hasMessageContaining("committees[0].providers[1].id is bank a second time");
        refusal(accepting("{ id = bank, kinds = [KYC, KYC] }"))
                .hasMessageContaining("committees[0].providers[0].kinds names a kind twice");
        refusal(accepting("{ id = bank, kinds = [] }"))
                .hasMessageContaining("committees[0].providers[0].kinds is empty");
        refusal(accepting("{ id = bank, kinds = [SHOE_SIZE] }"))
                .hasMessageContaining("committees[0].providers[0].kinds has 'SHOE_SIZE'");
        refusal(accepting("{ id = bank }").replace("aspect = IDENTITY", "aspect = RISK"))
                .hasMessageContaining("committees[0].providers are those of a committee for RISK");
    }

    private static String accepting(String providers) {
        return GOOD.replace("roles = [issuer]", "roles = [issuer, provider]")
                .replace("observers = [bank] }", "observers = [bank], providers = [" + providers + "] }");
    }

    @Test
    void aThresholdThatNobodyCanReachIsRefused() {
        refusal(GOOD.replace("threshold = 2", "threshold = 5"))
                .hasMessageStartingWith("topology.conf:10: committees[0].threshold is 5");
    }

    @Test
    void anAttestationThatLapsesBeforeTheTimeWindowIsRefused() {
        refusal(GOOD.replace("10 minutes", "2 minutes"))
                .hasMessageStartingWith("topology.conf:11: committees[0].attestationValidity is 120 seconds");
    }

    @Test
    void anAdmittedHolderWhoIsNeitherMemberNorNameIsRefused() {
        refusal(GOOD.replace("[bank, ", "[banque, "))
                .hasMessageStartingWith("topology.conf:13: admittedHolders names 'banque'");
    }

    @Test
    void aDatabaseThatIsNotPostgresqlIsRefused() {
        refusal(GOOD.replace(
                        "heap = 300m",
                        "database { kind = postgres, url = \"jdbc:mysql://localhost/x\", user = u, password = p }"))
                .hasMessageStartingWith("topology.conf:6: members[2].database.url is 'jdbc:mysql://localhost/x'");
    }

    @Test
    void anUnknownMemberIsRefusedWithThoseThatThereAre() throws IOException {
        Topology topology = Topology.read(file(GOOD));
        assertThatThrownBy(() -> topology.member("dealer-x"))
                .hasMessage("There is no member 'dealer-x' in network 'good'.")
                .satisfies(error -> assertThat(((OperatorException) error).getRemedy())
                        .isEqualTo("Members are: notary, judge, bank, umpire."));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusal(String text) {
        return assertThatThrownBy(() -> Topology.read(file(text))).isInstanceOf(OperatorException.class);
    }

    private Path file(String text) throws IOException {
        return Files.write(directory.resolve("topology.conf"), text.getBytes(StandardCharsets.UTF_8));
    }
}
