package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.r3.corda.lib.tokens.contracts.commands.IssueTokenCommand;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.serialization.SerializationContext;
import net.corda.core.serialization.SerializationFactory;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.client.proof.CertificateForge.Period;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.ownership.proof.AttestationStatement;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.OwnershipStatement;
import org.junit.jupiter.api.Test;

class OwnershipProofVerifierTest extends Scene {
    @Test
    void aProofOfASaleSaysWhoOwnedWhatWhenAttestedAndNotarisedByWhom() throws Exception {
        SignedTransaction sale = sale();
        byte[] file = OwnershipProofDocument.from(world.prove(sale, 1)).toJson().getBytes(StandardCharsets.UTF_8);

        VerifiedOwnership verified =
                OwnershipProofVerifier.verify(OwnershipProofDocument.parse(file), Optional.of(world.trustRoot()));

        String reports = "    report of Authority One: "
                + SecureHash.sha256("O=Authority One, L=London, C=GB") + "\n    report of Authority Two: "
                + SecureHash.sha256("O=Authority Two, L=London, C=GB") + "\n";
        assertThat(verified.describe())
                .isEqualTo("O=Buyer Bank, L=London, C=GB\n"
                        + "  owned   25.00 of ACME (US0378331005), ACME plc ordinary shares\n"
                        + "  issuer  O=Issuer Bank, L=London, C=GB\n"
                        + "  by      TRANSFER, output 1 of transaction " + sale.getId() + "\n"
                        + "  final   between 2025-03-03T10:00:00Z and 2025-03-03T10:02:00Z\n"
                        + "  IDENTITY attested by committee identity, epoch 1: O=Authority One, L=London, C=GB;"
                        + " O=Authority Two, L=London, C=GB (threshold 2)\n"
                        + reports
                        + "  OWNERSHIP attested by committee registrars, epoch 1: O=Authority One, L=London, C=GB;"
                        + " O=Authority Two, L=London, C=GB (threshold 2)\n"
                        + reports
                        + "  notarised by O=Notary Cluster, L=London, C=GB\n"
                        + "  definition " + definition.getLinearId().getExternalId() + ", version 1\n"
                        + "  trusted root: SHA-256 "
                        + SecureHash.sha256(world.trustRoot().getEncoded()));
    }

    @Test
    void withoutARootTheDocumentsOwnIsTakenAndTheResultSaysSo() throws Exception {
        VerifiedOwnership verified =
                OwnershipProofVerifier.verify(OwnershipProofDocument.from(world.prove(sale(), 1)), Optional.empty());

        assertThat(verified.rootGiven()).isFalse();
        assertThat(verified.describe())
                .contains("NO ROOT WAS GIVEN")
                .endsWith(SecureHash.sha256(world.trustRoot().getEncoded()).toString());
    }

    @Test
    void theStatementOfTheExportIsTheOneThatTheVerifierDerives() throws Exception {
        OwnershipProof proof = world.prove(sale(), 1);

        assertThat(StatementCodec.write(verified(proof).statement()))
                .isEqualTo(StatementCodec.write(proof.getStatement()));
    }

    @Test
    void aThirdMembersSignatureIsTakenAlong() throws Exception {
        SignedTransaction sale =
                world.record(attestedSale().sign(World.together(saleSigners(), world.votes(identity, 3))));

        assertThat(verified(world.prove(sale, 1))
                        .statement()
                        .getAttestations()
                        .get(0)
                        .getSignedBy())
                .hasSize(3);
    }

    @Test
    void anIssueIsProvenLikeATransfer() throws Exception {
        Draft issue = new Draft(world.notary.party())
                .output(world.holding(definition, 100, world.buyer))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.ISSUE),
                        List.of(registrars.attestationKey()))
                .command(
                        new IssueTokenCommand(definition.tokenType(), List.of(0)),
                        List.of(world.issuer.party().getOwningKey()))
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.ISSUE),
                        List.of(identity.attestationKey()))
                .window(World.window());

        OwnershipStatement statement = verified(world.prove(world.record(issue.sign(saleSigners())), 0))
                .statement();

        assertThat(statement.getOperation()).isEqualTo(Operation.ISSUE);
        assertThat(statement.getQuantity()).isEqualTo(new BigDecimal("1.00"));
        assertThat(statement.getAttestations())
                .extracting(AttestationStatement::getAspect)
                .containsExactly(Aspect.IDENTITY, Aspect.OWNERSHIP);
    }

    @Test
    void historyIsFollowedThroughLaterEpochsAndVersions() throws Exception {
        reformRegistrars(List.of(world.authorities.get(0), world.authorities.get(1), world.member("Authority Four")));
        reformRegistrars(List.of(world.authorities.get(0), world.authorities.get(1)));
        changeStatus(SecurityStatus.FROZEN, world.authorities.get(0));
        changeStatus(SecurityStatus.ACTIVE, world.issuer);

        OwnershipProof proof = world.prove(sale(), 1);
        OwnershipStatement statement = verified(proof).statement();

        assertThat(statement.getSecurity().getDefinitionVersion()).isEqualTo(3);
        assertThat(statement.getAttestations().get(1).getEpoch()).isEqualTo(3);
        assertThat(proof.getTransactions()).hasSize(8);
    }

    @Test
    void historyIsFollowedThroughAnAmendment() throws Exception {
        Provisions amended = registerAmendable();
        Instant due = World.UNTIL.plus(Duration.ofDays(1));
        amend(
                definition.withAnnounced(new Amendment(amended, due)),
                new SecurityDefinitionCommand.Announce(),
                World.FROM);
        amend(definition.withoutAnnounced(), new SecurityDefinitionCommand.Withdraw(), World.FROM);
        amend(
                definition.withAnnounced(new Amendment(amended, due)),
                new SecurityDefinitionCommand.Announce(),
                World.FROM);
        amend(definition.amended(), new SecurityDefinitionCommand.Complete(), due);

        OwnershipStatement statement = verified(world.prove(sale(), 1)).statement();

        assertThat(statement.getSecurity().getDefinitionVersion()).isEqualTo(5);
        assertThat(statement.getSecurity().getName()).isEqualTo("ACME plc deferred shares");
    }

    @Test
    void whoLeftACommitteeNeedHaveBeenCertifiedOnlyBefore() throws Exception {
        Actor former = world.member("Authority Zero", new Period(World.USUAL.from(), World.FROM.minusSeconds(86_400)));
        registrars = CommitteeState.founded(
                "registrars",
                Aspect.OWNERSHIP,
                world.terms(List.of(former, world.authorities.get(0), world.authorities.get(1)), 2));
        registrarsRef = world.form(registrars);
        registerAnew();
        reformRegistrars(List.of(world.authorities.get(0), world.authorities.get(1)));

        assertThat(verified(world.prove(sale(), 1)).statement().getHolder()).isEqualTo(Actor.name("Buyer Bank"));
    }

    @Test
    void aNotarysSignatureOnABatchIsFollowed() throws Exception {
        for (int position = 0; position < 5; position++) {
            SignedTransaction alone =
                    attestedSale().sign(World.together(world.votes(identity, 2), world.votes(registrars, 2)));
            SignedTransaction sale = world.record(alone.withAdditionalSignature(
                    Draft.batchSignature(alone.getId(), position, 5, world.notary.keys())));

            OwnershipProof proof = world.prove(sale, 1);

            assertThat(proof.getTransactions().get(0).getSignatures())
                    .filteredOn(signature -> signature.getBatch() != null)
                    .hasSize(1);
            assertThat(verified(proof).statement().getNotary()).isEqualTo(Actor.name("Notary Cluster"));
        }
    }

    @Test
    void membersMayAttestWithEllipticCurveKeys() throws Exception {
        registrars = CommitteeState.founded(
                "registrars", Aspect.OWNERSHIP, world.terms(world.authorities, 2, Crypto.ECDSA_SECP256R1_SHA256));
        registrarsRef = world.form(registrars);
        registerAnew();

        assertThat(verified(world.prove(sale(), 1)).statement().getAttestations())
                .hasSize(2);
    }

    @Test
    void aWeightyMemberMakesAQuorumAlone() throws Exception {
        CommitteeTerms terms = world.terms(world.authorities, 3);
        List<CommitteeMember> seats = new ArrayList<>(terms.getMembers());
        CommitteeMember first = seats.get(0);
        seats.set(0, new CommitteeMember(first.getParty(), first.getAttestationKey(), 3));
        identity = CommitteeState.founded(
                "identity",
                Aspect.IDENTITY,
                new CommitteeTerms(
                        Segment.WHOLE_NETWORK, seats, 3, terms.getAttestationValidity(), terms.getObservers()));
        identityRef = world.form(identity);
        registerAnew();
        SignedTransaction sale = world.record(attestedSale()
                .sign(World.together(world.votes(identity, 1), world.votes(registrars, 2), world.notaryKeys())));

        assertThat(verified(world.prove(sale, 1))
                        .statement()
                        .getAttestations()
                        .get(0)
                        .getSignedBy())
                .containsExactly(Actor.name("Authority One"));
    }

    @Test
    void theAttestationsOfAnotherSecurityInTheSameTransactionStayHidden() throws Exception {
        SecurityDefinitionState other = SecurityDefinitionState.registered(
                world.issuer.party(), World.otherTerms(), World.policy(identity, registrars));
        StateRef otherRef = world.register(other, registrars, registrarsRef);
        Draft both = attestedSale()
                .output(world.holding(other, 1, world.seller))
                .command(
                        World.attest(identity, identityRef, otherRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(registrars, registrarsRef, otherRef, Operation.TRANSFER),
                        List.of(registrars.attestationKey()));

        OwnershipProof proof = world.prove(world.record(both.sign(saleSigners())), 1);

        verified(proof);
        assertThat(OwnershipProofDocument.from(proof).toJson())
                .doesNotContain(otherRef.getTxhash().toString());
        assertThat(proof.getTransactions()).hasSize(4);
    }

    @Test
    void aProofTravelsFromNodeToClientUnchanged() throws Exception {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.otherTerms(), World.policy(identity, registrars));
        definitionRef = world.register(definition, registrars, registrarsRef);
        OwnershipProof exported = world.prove(sale(), 1);
        SerializationFactory factory = SerializationFactory.Companion.getDefaultFactory();
        SerializationContext context = factory.getDefaultContext();

        OwnershipProof received =
                factory.deserialize(factory.serialize(exported, context), OwnershipProof.class, context);

        assertThat(exported.getStatement().getSecurity().getIsin()).isNull();
        assertThat(OwnershipProofDocument.from(received).toJson())
                .isEqualTo(OwnershipProofDocument.from(exported).toJson());
        assertThat(verified(received).statement().getSecurity().getSymbol()).isEqualTo("BETA");
    }
}
