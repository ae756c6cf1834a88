package org.countersign.client.proof;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.ownership.proof.OwnershipProof;

/** What most tests start from: two committees, a registered security, and a sale of it. */
class Scene {
    final World world = new World();
    CommitteeState identity = CommitteeState.founded("identity", Aspect.IDENTITY, world.terms(world.authorities, 2));
    StateRef identityRef = world.form(identity);
    CommitteeState registrars =
            CommitteeState.founded("registrars", Aspect.OWNERSHIP, world.terms(world.authorities, 2));
    StateRef registrarsRef = world.form(registrars);
    SecurityDefinitionState definition = SecurityDefinitionState.registered(
            world.issuer.party(), World.securityTerms(), World.policy(identity, registrars));
    StateRef definitionRef = world.register(definition, registrars, registrarsRef);

    /** The sale, attested by both committees. */
    Draft attestedSale() {
        return world.sale(definition)
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.TRANSFER),
                        List.of(registrars.attestationKey()))
                .reference(definitionRef)
                .reference(identityRef)
                .reference(registrarsRef);
    }

    /** Who signs a sale: its parties, two members of each committee, and the notary. */
    List<KeyPair> saleSigners() {
        return World.together(
                List.of(world.seller.keys(), world.buyer.keys()),
                world.votes(identity, 2),
                world.votes(registrars, 2),
                world.notaryKeys());
    }

    SignedTransaction sale() {
        SignedTransaction sale = world.record(attestedSale().sign(saleSigners()));
        world.seal(sale, identity, 2);
        world.seal(sale, registrars, 2);
        return sale;
    }

    void reformRegistrars(List<Actor> members) {
        CommitteeState next = registrars.reformed(world.terms(members, 2));
        registrarsRef = world.reform(registrarsRef, registrars, next);
        registrars = next;
    }

    void changeStatus(SecurityStatus target, Actor proposer) {
        SecurityDefinitionState next = definition.withStatus(target, "order 7");
        definitionRef = world.change(definitionRef, next, registrars, registrarsRef, proposer);
        definition = next;
    }

    /** Registers the security under the committees as they are now. */
    void registerAnew() {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.securityTerms(), World.policy(identity, registrars));
        definitionRef = world.register(definition, registrars, registrarsRef);
    }

    /** Takes a proof through its file and judges it by the network's root. */
    VerifiedOwnership verified(OwnershipProof proof) throws ProofRefusedException {
        byte[] file = OwnershipProofDocument.from(proof).toJson().getBytes(StandardCharsets.UTF_8);
        return OwnershipProofVerifier.verify(OwnershipProofDocument.parse(file), Optional.of(world.trustRoot()));
    }

    /** The words with which a proof is refused. */
    String refusal(OwnershipProof proof) {
        try {
            verified(proof);
        } catch (ProofRefusedException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("The proof was accepted.");
    }

    /** The words with which the proof of the buyer's holding is refused, output 1 of the transaction. */
    String refusal(Draft draft, List<KeyPair> signers) {
        return refusal(world.prove(world.record(draft.sign(signers)), 1));
    }
}
