package org.countersign.client.proof;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Attest;
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
        SecurityDefinitionState next = definition.withStatus(target, World.ORDER.toString());
        definitionRef = world.change(definitionRef, next, registrars, registrarsRef, proposer);
        definition = next;
    }

    /** Registers the security under the committees as they are now. */
    void registerAnew() {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.securityTerms(), World.policy(identity, registrars));
        definitionRef = world.register(definition, registrars, registrarsRef);
    }

    /** Registers the security as one that the registrars amend with a day's notice, and says what it is to become. */
    Provisions registerAmendable() {
        Provisions now = saying(World.securityTerms());
        definition = SecurityDefinitionState.registered(world.issuer.party(), now);
        definitionRef = world.register(definition, registrars, registrarsRef);
        SecurityTerms terms = World.securityTerms();
        return saying(new SecurityTerms(
                terms.getSymbol(),
                terms.getIsin(),
                "ACME plc deferred shares",
                terms.getCurrency(),
                terms.getDenomination(),
                terms.getAuthorisedQuantity(),
                terms.getFractionDigits()));
    }

    private Provisions saying(SecurityTerms terms) {
        return new Provisions(
                terms, World.policy(identity, registrars), CompliancePolicy.none(), null, Period.ofDays(1));
    }

    /** A step of an amendment, signed by the issuer and the registrars in a time-window that begins then. */
    void amend(SecurityDefinitionState next, SecurityDefinitionCommand command, Instant opens) {
        Instant closes = opens.plusSeconds(120);
        Operation operation =
                command instanceof SecurityDefinitionCommand.Announce ? Operation.AMEND : Operation.DEFINE;
        definitionRef = world.ref(new Draft(world.notary.party())
                .input(definitionRef)
                .output(world.state(next, SecurityDefinitionContract.ID))
                .command(command, World.publicKeys(List.of(world.issuer.keys())))
                .command(
                        new Attest(Aspect.OWNERSHIP, operation, registrarsRef, definitionRef, opens, closes),
                        List.of(registrars.attestationKey()))
                .reference(registrarsRef)
                .window(TimeWindow.between(opens, closes))
                .sign(World.together(List.of(world.issuer.keys()), world.votes(registrars, 2), world.notaryKeys())));
        definition = next;
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
