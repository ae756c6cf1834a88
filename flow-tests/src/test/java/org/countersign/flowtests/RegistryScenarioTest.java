package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;
import static org.countersign.flowtests.CountersignNetwork.ISSUER;
import static org.countersign.flowtests.ProposedRules.compiled;
import static org.countersign.flowtests.ProposedRules.mapping;
import static org.countersign.flowtests.ProposedRules.patched;
import static org.countersign.flowtests.ProposedRules.source;

import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.assertj.core.api.AbstractThrowableAssert;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.PinnedRules;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.language.compile.CompiledSecurity;
import org.countersign.workflows.WorkflowException;
import org.countersign.workflows.definition.FindSecurityFlow;
import org.countersign.workflows.definition.RegisterSourceFlow;
import org.countersign.workflows.definition.UnknownSecurityException;
import org.countersign.workflows.validation.QuorumException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Securities from their source to the transfer that every node judges by the rules that came with it. */
class RegistryScenarioTest {
    private static CountersignNetwork network;

    @BeforeAll
    static void startNetwork() {
        network = CountersignNetwork.start().withCommittees();
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    private static boolean hasJar(CordaX500Name member, PinnedRules pins) {
        return network.node(member)
                .transaction(() ->
                        network.node(member).getServices().getAttachments().hasAttachment(pins.getJar()));
    }

    @Test
    @DisplayName(
            "A security is registered from its source, and whoever never saw its rules verifies a transfer by them")
    void fromSourceToTransfer() {
        String source = source("REG.ONE", 60);
        PinnedRules pins = compiled(source).getPins();
        network.run(ISSUER, new RegisterSourceFlow.Initiator(source));

        SecurityDefinitionState definition = network.run(ISSUER, new FindSecurityFlow("REG.ONE"));
        assertThat(definition.getPinnedRules()).isEqualTo(pins);
        assertThat(definition.getTerms()).isEqualTo(mapping(source).terms());
        assertThat(definition.getCompliancePolicy()).isEqualTo(mapping(source).compliancePolicy());
        assertThat(AUTHORITIES).allMatch(registrar -> hasJar(registrar, pins));
        assertThat(hasJar(DEALER_A, pins)).isFalse();
        assertThat(hasJar(DEALER_B, pins)).isFalse();

        network.recorded(network.issue("REG.ONE", "100", DEALER_A), DEALER_A);
        assertThat(hasJar(DEALER_A, pins)).isTrue();
        assertThatThrownBy(() -> network.transfer(DEALER_A, "REG.ONE", "61", DEALER_B))
                .hasMessageContaining("maximum-transfer (quantity: 60)");
        assertThat(hasJar(DEALER_B, pins)).isFalse();
        network.recorded(network.transfer(DEALER_A, "REG.ONE", "60", DEALER_B), DEALER_B);
        assertThat(hasJar(DEALER_B, pins)).isTrue();
        network.recorded(network.redeem(DEALER_B, "REG.ONE", "10"), ISSUER);
        assertThat(network.held(DEALER_A, "REG.ONE")).isEqualByComparingTo("40");
        assertThat(network.held(DEALER_B, "REG.ONE")).isEqualByComparingTo("50");
        assertThat(network.locked(DEALER_A)).isZero();
    }

    @Test
    @DisplayName("A source with errors comes back with all of them, and with what of it this network does not have")
    void wrongSource() {
        refused(
                source("REG.BAD", 60).replace("currency     GBP", "currency GBX"),
                "currency",
                "The source is not in order");
        refused(
                source("REG.BAD", 60)
                        .replace("maximum-transfer 60 units", "maximum-transfers 60 units")
                        .replace("supply       1,000 units", "supply 1,000 EUR"),
                "maximum-transfers",
                "supply");
        refused(source("REG.BAD", 60).replace("\"registrars\"", "\"registars\""), "no committee 'registars'");
        refused(source("REG.BAD", 60).replace("O=Issuer Bank", "O=Another Bank"), "names the issuer 'O=Another Bank");
        assertThatThrownBy(() -> network.run(ISSUER, new FindSecurityFlow("REG.BAD")))
                .hasCauseInstanceOf(UnknownSecurityException.class);
    }

    @Test
    @DisplayName("A source names a segment that the registrars have established, and then is judged as its members are")
    void segments() {
        String source = source("REG.SEG", 60).replace("validation\n", "validation\n  segment \"west\"\n");
        refused(source, "There is no segment 'west' on this network.");
        SegmentStage stage = new SegmentStage(network);
        stage.establish("west", stage.terms());
        assertThatThrownBy(() -> network.run(ISSUER, new RegisterSourceFlow.Initiator(source)))
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("Issuer Bank is not admitted to deal in segment west");
    }

    private static void refused(String source, String... words) {
        assertThatThrownBy(() -> network.run(ISSUER, new RegisterSourceFlow.Initiator(source)))
                .hasCauseInstanceOf(WorkflowException.class)
                .hasMessageContainingAll(words);
    }

    @Test
    @Tag("attack-22")
    @DisplayName(
            "A laxer source with the jar of the one that people have read is refused by contract and by registrars")
    void laxerSourceWithOldJar() {
        CompiledSecurity read = compiled(source("REG.LAX", 60));
        CompiledSecurity laxer = compiled(source("REG.LAX", 900));
        PinnedRules oldJar = new PinnedRules(
                laxer.getPins().getSource(),
                read.getPins().getJar(),
                read.getPins().getCompilerVersion());

        proposed(read, oldJar, mapping(laxer.getSourceText()).compliancePolicy(), read.getJar())
                .hasMessageContaining(AttachedPolicy.RULES_HARMLESS);
        proposed(read, read.getPins(), mapping(laxer.getSourceText()).compliancePolicy(), read.getJar())
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The definition's compliance policy is another than that of its source");
        assertThatThrownBy(() -> network.run(ISSUER, new FindSecurityFlow("REG.LAX")))
                .hasCauseInstanceOf(UnknownSecurityException.class);
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A jar with a patched class is refused, by registrars if it is laxer, by the contract if it does more")
    void patchedClass() {
        CompiledSecurity read = compiled(source("REG.PAT", 60));
        byte[] laxer = patched(read.getJar(), "60", "99");
        proposed(read, pinning(read, laxer), laxer)
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining(
                        "its entry " + PinnedRules.ENTRY + " is another than what its source compiles to");

        byte[] more = patched(read.getJar(), "java/math/BigDecimal", "java/io/FileReaders_");
        proposed(read, pinning(read, more), more).hasMessageContaining(AttachedPolicy.RULES_HARMLESS);
    }

    @Test
    @Tag("attack-22")
    @DisplayName("A jar that somebody has signed is refused by the contract, one of other bytes by registrars")
    void signedByAStranger() {
        CompiledSecurity read = compiled(source("REG.SIG", 60));
        byte[] signed = ContractsJar.signed(read.getJar());
        proposed(read, pinning(read, signed), signed).hasMessageContaining(AttachedPolicy.RULES_UNSIGNED);

        byte[] packedAnew = patched(read.getJar(), "60", "60");
        proposed(read, pinning(read, packedAnew), packedAnew)
                .hasCauseInstanceOf(QuorumException.class)
                .hasMessageContaining("The source in the jar compiles to");
    }

    private static PinnedRules pinning(CompiledSecurity security, byte[] jar) {
        return new PinnedRules(
                security.getPins().getSource(),
                SecureHash.sha256(jar),
                security.getPins().getCompilerVersion());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> proposed(
            CompiledSecurity security, PinnedRules pins, byte[] jar) {
        return proposed(security, pins, mapping(security.getSourceText()).compliancePolicy(), jar);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> proposed(
            CompiledSecurity security, PinnedRules pins, CompliancePolicy policy, byte[] jar) {
        return assertThatThrownBy(
                () -> network.run(ISSUER, new ProposedRules.Propose(security.getSourceText(), pins, policy, jar)));
    }
}
