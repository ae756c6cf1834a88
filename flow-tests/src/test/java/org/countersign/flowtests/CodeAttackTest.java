package org.countersign.flowtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.flowtests.AttackNetwork.assertUntouched;
import static org.countersign.flowtests.AttackNetwork.given;
import static org.countersign.flowtests.AttackNetwork.holding;
import static org.countersign.flowtests.AttackNetwork.network;
import static org.countersign.flowtests.CountersignNetwork.AUTHORITIES;
import static org.countersign.flowtests.CountersignNetwork.DEALER_A;
import static org.countersign.flowtests.CountersignNetwork.DEALER_B;

import co.paralleluniverse.fibers.Suspendable;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.ContractAttachment;
import net.corda.core.contracts.PrivacySalt;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.DigestService;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignableData;
import net.corda.core.crypto.SignatureMetadata;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.flows.ContractUpgradeFlow;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.NotaryException;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.internal.ContractUpgradeTransactionBuilder;
import net.corda.core.internal.TransactionUtilsKt;
import net.corda.core.node.ServiceHub;
import net.corda.core.transactions.ContractUpgradeWireTransaction;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.WireTransaction;
import net.corda.node.services.persistence.AttachmentStorageInternal;
import net.corda.testing.node.StartedMockNode;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.workflows.ownership.FinalityAnswer;
import org.countersign.workflows.ownership.RequestFinalityFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holders who would bring their holding under other code than the ledger's. */
@ExtendWith(AttackNetwork.class)
class CodeAttackTest {
    /** Builds by hand what Corda's own upgrade flow builds for whoever has the hostile CorDapp installed. */
    static final class Upgrade extends FlowLogic<List<TransactionSignature>> {
        private final StateAndRef<SecurityToken> holding;

        Upgrade(StateAndRef<SecurityToken> holding) {
            this.holding = holding;
        }

        @Suspendable
        @Override
        public List<TransactionSignature> call() throws FlowException {
            SecureHash contracts = contracts(getServiceHub());
            ContractUpgradeWireTransaction upgrade = new ContractUpgradeTransactionBuilder(
                            Collections.singletonList(holding.getRef()),
                            holding.getState().getNotary(),
                            contracts,
                            HostileUpgrade.class.getName(),
                            contracts,
                            new PrivacySalt(),
                            getServiceHub().getNetworkParametersService().getCurrentHash(),
                            DigestService.Companion.getSha2_256())
                    .build();
            return subFlow(new HostileFlows.Notarise(
                    new SignedTransaction(upgrade, Collections.singletonList(sign(getServiceHub(), upgrade.getId())))));
        }
    }

    @Test
    @Tag("attack-21")
    @DisplayName("21. A holder upgrades its holding to no contract of its own, with Corda's flow or by hand")
    void anExplicitUpgradeIsRefused() {
        given("UPGRADE", "100", DEALER_A);
        StateAndRef<SecurityToken> holding = holding(DEALER_A, "UPGRADE");
        assertThatThrownBy(() ->
                        network().run(DEALER_A, new ContractUpgradeFlow.Initiate<>(holding, HostileUpgrade.class)))
                .hasMessageContaining("Attachment not found for contract");
        // The notary of this JVM has the hostile class on its class path, as no notary of a network would.
        assertThatThrownBy(() -> network().run(DEALER_A, new Upgrade(holding)))
                .hasCauseInstanceOf(NotaryException.class)
                .hasMessageContaining("Unsupported input contract constraint");
        assertUntouched(DEALER_A, "UPGRADE", "100", DEALER_B);
    }

    @Test
    @Tag("attack-21")
    @DisplayName("21. No registrar votes for a transfer under contracts of the same signer that it has not installed")
    void aNewerJarOfTheSameSignerIsRefused() {
        given("NEWER", "100", DEALER_A);
        assertNoRegistrarFinalises("NEWER", imported(DEALER_A, ContractsJar.ofVersion(2), "stranger"));
        assertUntouched(DEALER_A, "NEWER", "100", DEALER_B);
    }

    @Test
    @Tag("attack-21")
    @DisplayName("21. No registrar votes for a transfer under older contracts of the same signer than it has installed")
    void aDowngradeIsRefused() {
        given("OLDER", "100", DEALER_A);
        byte[] older = ContractsJar.ofVersion(0);
        SecureHash id = imported(DEALER_A, older, "stranger");
        for (CordaX500Name registrar : AUTHORITIES) {
            // They had it installed once.
            assertThat(imported(registrar, older, "app")).isEqualTo(id);
        }
        assertNoRegistrarFinalises("OLDER", id);
        assertUntouched(DEALER_A, "OLDER", "100", DEALER_B);
    }

    private static SecureHash imported(CordaX500Name member, byte[] jar, String uploader) {
        return network()
                .node(member)
                .transaction(() -> ((AttachmentStorageInternal)
                                network().node(member).getServices().getAttachments())
                        .privilegedImportAttachment(new ByteArrayInputStream(jar), uploader, "contracts.jar"));
    }

    /** The platform itself takes the jar for the ledger's code; only the registrars object. */
    private static void assertNoRegistrarFinalises(String symbol, SecureHash jar) {
        ContractAttachment code = (ContractAttachment) network()
                .node(DEALER_A)
                .transaction(() ->
                        network().node(DEALER_A).getServices().getAttachments().openAttachment(jar));
        AttachmentConstraint constraint = holding(DEALER_A, symbol).getState().getConstraint();
        assertThat(constraint).isInstanceOf(SignatureAttachmentConstraint.class);
        assertThat(constraint.isSatisfiedBy(code)).isTrue();
        SignedTransaction transfer = under(
                jar,
                network()
                        .run(
                                DEALER_A,
                                new HostileFlows.Forge(
                                        new HostileFlows.Draft(
                                                symbol,
                                                holding(DEALER_A, symbol),
                                                10,
                                                network().party(DEALER_A),
                                                network().party(DEALER_A)),
                                        HostileFlows.none()))
                        .getTx());
        for (CordaX500Name registrar : AUTHORITIES) {
            FinalityAnswer answer =
                    network().run(DEALER_A, new RequestFinalityFlow(network().party(registrar), transfer));
            assertThat(answer.getSignatures()).isEmpty();
            assertThat(answer.getRefusals().toString())
                    .contains("is attached in version " + code.getVersion())
                    .contains("which is not what is installed here, version 1");
        }
    }

    /** The same transaction with another jar in place of the installed contracts, signed by dealer A. */
    private static SignedTransaction under(SecureHash jar, WireTransaction honest) {
        StartedMockNode node = network().node(DEALER_A);
        return node.transaction(() -> {
            List<SecureHash> jars = new ArrayList<>(honest.getAttachments());
            assertThat(jars.remove(contracts(node.getServices()))).isTrue();
            jars.add(jar);
            WireTransaction swapped = new WireTransaction(
                    TransactionUtilsKt.createComponentGroups(
                            honest.getInputs(),
                            honest.getOutputs(),
                            honest.getCommands(),
                            jars,
                            honest.getNotary(),
                            honest.getTimeWindow(),
                            honest.getReferences(),
                            honest.getNetworkParametersHash()),
                    new PrivacySalt(),
                    DigestService.Companion.getSha2_256());
            return new SignedTransaction(swapped, Collections.singletonList(sign(node.getServices(), swapped.getId())));
        });
    }

    private static SecureHash contracts(ServiceHub services) {
        return services.getCordappProvider().getContractAttachmentID(SecurityTokenContract.ID);
    }

    private static TransactionSignature sign(ServiceHub services, SecureHash id) {
        PublicKey key = services.getMyInfo().getLegalIdentities().get(0).getOwningKey();
        SignatureMetadata metadata =
                new SignatureMetadata(12, Crypto.findSignatureScheme(key).getSchemeNumberID());
        return services.getKeyManagementService().sign(new SignableData(id, metadata), key);
    }
}
