package org.countersign.client.proof;

import java.security.KeyPair;
import java.util.List;
import net.corda.core.contracts.StateRef;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;

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
        return world.record(attestedSale().sign(saleSigners()));
    }
}
