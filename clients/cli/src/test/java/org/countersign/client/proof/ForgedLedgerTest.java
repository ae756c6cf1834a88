package org.countersign.client.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import net.corda.core.contracts.AlwaysAcceptAttachmentConstraint;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.identity.Party;
import org.countersign.client.proof.CertificateForge.Period;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.junit.jupiter.api.Test;

/** Forgers who sign transactions of their own making, with Merkle paths and signatures that all hold. */
class ForgedLedgerTest extends Scene {
    @Test
    void aQuorumShortByOneIsRefused() {
        List<KeyPair> signers =
                World.together(world.votes(identity, 1), world.votes(registrars, 2), world.notaryKeys());

        assertThat(refusal(attestedSale(), signers))
                .contains("The quorum of committee identity is not reached")
                .contains("members of weight 1 signed, 2 are needed");
    }

    @Test
    void aCommitteeOfTheSameNameWithForgedMembersIsRefused() {
        List<Actor> accomplices = List.of(world.seller, world.buyer);
        registrars = CommitteeState.founded("registrars", Aspect.OWNERSHIP, world.terms(accomplices, 2));
        registrarsRef = world.form(registrars);

        assertThat(refusal(attestedSale(), saleSigners()))
                .contains("by a committee registrars that is not the one the policy names");
    }

    @Test
    void aCommitteeWithABorrowedIdentifierIsRefused() {
        CommitteeTerms terms = world.terms(List.of(world.seller, world.buyer), 2);
        registrars = new CommitteeState(registrars.getLinearId(), "registrars", Aspect.OWNERSHIP, terms, 1);
        registrarsRef = world.form(registrars);

        assertThat(refusal(attestedSale(), saleSigners()))
                .isEqualTo("The identifier of committee registrars is not the digest of its founding facts.");
    }

    @Test
    void aCommitteeWhoseMembersDidNotSignIsRefused() {
        CommitteeTerms terms = world.terms(world.authorities, 2);
        registrars = CommitteeState.founded("registrars", Aspect.OWNERSHIP, terms);
        List<KeyPair> attestationKeysOnly = world.votes(registrars, 3);
        registrarsRef = world.ref(new Draft(world.notary.party())
                .output(world.state(registrars, CommitteeContract.ID))
                .command(new CommitteeCommand.Form(), World.publicKeys(attestationKeysOnly))
                .sign(attestationKeysOnly));
        registerAnew();

        assertThat(refusal(attestedSale(), saleSigners())).contains("did not have to sign for its seat");
    }

    @Test
    void aCommitteeThatLacksASignatureIsRefused() {
        registrars = CommitteeState.founded("registrars", Aspect.OWNERSHIP, world.terms(world.authorities, 2));
        List<KeyPair> seats = world.seatKeys(registrars.getTerms());
        registrarsRef = world.ref(new Draft(world.notary.party())
                .output(world.state(registrars, CommitteeContract.ID))
                .command(new CommitteeCommand.Form(), World.publicKeys(seats))
                .sign(seats.subList(1, seats.size())));
        registerAnew();

        assertThat(refusal(attestedSale(), saleSigners())).contains("lacks a signature that its command Form demands");
    }

    @Test
    void aCommitteeWithADoubledMemberIsRefused() {
        Actor one = world.authorities.get(0);
        registrars = CommitteeState.founded("registrars", Aspect.OWNERSHIP, world.terms(List.of(one, one), 2));
        registrarsRef = world.form(registrars);
        registerAnew();

        assertThat(refusal(attestedSale(), saleSigners())).contains("has a doubled member or key");
    }

    @Test
    void aCommitteeAtALaterEpochThatWasFoundedSoIsRefused() {
        registrars =
                new CommitteeState(registrars.getLinearId(), "registrars", Aspect.OWNERSHIP, registrars.getTerms(), 2);
        List<KeyPair> seats = world.seatKeys(registrars.getTerms());
        registrarsRef = world.ref(new Draft(world.notary.party())
                .input(registrarsRef)
                .output(world.state(registrars, CommitteeContract.ID))
                .command(new CommitteeCommand.Form(), World.publicKeys(seats))
                .sign(seats));

        assertThat(refusal(attestedSale(), saleSigners())).contains("has inputs, and so founded no committee");
    }

    @Test
    void anEpochThatTheEpochBeforeDidNotVoteForIsRefused() {
        CommitteeState next = registrars.reformed(world.terms(List.of(world.seller, world.buyer), 2));
        List<KeyPair> seats = world.seatKeys(next.getTerms());
        registrarsRef = world.ref(new Draft(world.notary.party())
                .input(registrarsRef)
                .output(world.state(next, CommitteeContract.ID))
                .command(new CommitteeCommand.Reform(), World.publicKeys(seats))
                .sign(World.together(seats, world.notaryKeys())));
        registrars = next;

        assertThat(refusal(attestedSale(), saleSigners()))
                .contains("Epoch 2 of committee registrars was not voted for by the epoch before");
    }

    @Test
    void anEpochWhoseVotesAreMissingIsRefused() {
        CommitteeState next = registrars.reformed(world.terms(List.of(world.seller, world.buyer), 2));
        List<KeyPair> seats = world.seatKeys(next.getTerms());
        List<PublicKey> signers = World.publicKeys(seats);
        signers.add(registrars.attestationKey());
        registrarsRef = world.ref(new Draft(world.notary.party())
                .input(registrarsRef)
                .output(world.state(next, CommitteeContract.ID))
                .command(new CommitteeCommand.Reform(), signers)
                .sign(World.together(seats, world.votes(registrars, 1), world.notaryKeys())));
        registrars = next;

        assertThat(refusal(attestedSale(), saleSigners()))
                .contains("lacks a signature that its command Reform demands");
    }

    @Test
    void aDefinitionWithABorrowedIdentifierIsRefused() {
        CommitteeState rogues = CommitteeState.founded(
                "registrars", Aspect.OWNERSHIP, world.terms(List.of(world.seller, world.buyer), 2));
        StateRef roguesRef = world.form(rogues);
        definition = new SecurityDefinitionState(
                definition.getLinearId(),
                world.issuer.party(),
                World.securityTerms(),
                World.policy(identity, rogues),
                SecurityStatus.ACTIVE,
                "",
                1,
                CompliancePolicy.none(),
                null,
                null);
        definitionRef = world.register(definition, rogues, roguesRef);
        registrars = rogues;
        registrarsRef = roguesRef;

        assertThat(refusal(attestedSale(), saleSigners()))
                .isEqualTo("The identifier of security ACME is not the digest of its issuer, terms and policies.");
    }

    @Test
    void aDefinitionThatTheIssuerDidNotSignIsRefused() {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.otherTerms(), World.policy(identity, registrars));
        definitionRef = world.ref(new Draft(world.notary.party())
                .output(world.state(definition, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Register(), World.publicKeys(List.of(world.seller.keys())))
                .command(
                        World.attest(registrars, registrarsRef, null, Operation.DEFINE),
                        List.of(registrars.attestationKey()))
                .sign(World.together(List.of(world.seller.keys()), world.votes(registrars, 2), world.notaryKeys())));

        assertThat(refusal(attestedSale(), saleSigners())).contains("did not have to sign the registration");
    }

    @Test
    void aDefinitionThatTheRegistrarsDidNotAttestIsRefused() {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.otherTerms(), World.policy(identity, registrars));
        definitionRef = world.ref(new Draft(world.notary.party())
                .output(world.state(definition, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Register(), World.publicKeys(List.of(world.issuer.keys())))
                .sign(World.together(List.of(world.issuer.keys()), world.notaryKeys())));

        assertThat(refusal(attestedSale(), saleSigners())).contains("has no attestation of OWNERSHIP");
    }

    @Test
    void aDefinitionThatItsNotaryDidNotSignIsRefused() {
        definition = SecurityDefinitionState.registered(
                world.issuer.party(), World.otherTerms(), World.policy(identity, registrars));
        definitionRef = world.ref(new Draft(world.notary.party())
                .output(world.state(definition, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Register(), World.publicKeys(List.of(world.issuer.keys())))
                .command(
                        World.attest(registrars, registrarsRef, null, Operation.DEFINE),
                        List.of(registrars.attestationKey()))
                .sign(World.together(List.of(world.issuer.keys()), world.votes(registrars, 2))));

        assertThat(refusal(attestedSale(), saleSigners())).contains("is not signed by its notary");
    }

    @Test
    void aVersionThatChangesTermsIsRefused() {
        SecurityDefinitionState next = new SecurityDefinitionState(
                definition.getLinearId(),
                world.seller.party(),
                World.securityTerms(),
                definition.getValidationPolicy(),
                SecurityStatus.ACTIVE,
                "order 8",
                3,
                CompliancePolicy.none(),
                null,
                null);
        changeStatus(SecurityStatus.FROZEN, world.issuer);
        definitionRef = world.change(definitionRef, next, registrars, registrarsRef, world.seller);
        definition = next;

        assertThat(refusal(attestedSale(), saleSigners()))
                .contains("Version 3 of security ACME does not follow from the version before");
    }

    @Test
    void anAmendmentBeforeItsNoticeOrOtherThanAnnouncedIsRefused() {
        Provisions amended = registerAmendable();
        StateRef registered = definitionRef;
        SecurityDefinitionState first = definition;
        SecurityDefinitionCommand announce = new SecurityDefinitionCommand.Announce();
        SecurityDefinitionCommand complete = new SecurityDefinitionCommand.Complete();
        Instant due = World.UNTIL.plus(Duration.ofDays(1));
        amend(first.withAnnounced(new Amendment(amended, due.minusSeconds(1))), announce, World.FROM);
        assertThat(refusal(attestedSale(), saleSigners())).contains(AmendmentRules.NOTICE_KEPT);

        definitionRef = registered;
        amend(first.withAnnounced(new Amendment(amended, due)), announce, World.FROM);
        StateRef announced = definitionRef;
        SecurityDefinitionState announcing = definition;
        amend(announcing.amended(), complete, due.minusSeconds(1));
        assertThat(refusal(attestedSale(), saleSigners())).contains(AmendmentRules.IN_EFFECT);

        definitionRef = announced;
        amend(announcing.withoutAnnounced(), complete, due);
        assertThat(refusal(attestedSale(), saleSigners())).contains(AmendmentRules.ONLY_AMENDED);
    }

    @Test
    void anAmendmentThatIsAttestedAsAChangeOfStatusIsRefused() {
        Provisions amended = registerAmendable();
        SecurityDefinitionState next =
                definition.withAnnounced(new Amendment(amended, World.UNTIL.plus(Duration.ofDays(1))));
        definitionRef = world.ref(new Draft(world.notary.party())
                .input(definitionRef)
                .output(world.state(next, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Announce(), World.publicKeys(List.of(world.issuer.keys())))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.DEFINE),
                        List.of(registrars.attestationKey()))
                .sign(World.together(List.of(world.issuer.keys()), world.votes(registrars, 2), world.notaryKeys())));
        definition = next;

        assertThat(refusal(attestedSale(), saleSigners())).contains("is for the operation DEFINE where AMEND");
    }

    @Test
    void aChangeOfStatusThatNobodyEntitledProposedIsRefused() {
        changeStatus(SecurityStatus.FROZEN, world.issuer);
        changeStatus(SecurityStatus.ACTIVE, world.seller);

        assertThat(refusal(attestedSale(), saleSigners())).contains("Neither the issuer nor a registrar had to sign");
    }

    @Test
    void aHoldingOfAFrozenSecurityIsRefused() {
        changeStatus(SecurityStatus.FROZEN, world.issuer);

        assertThat(refusal(attestedSale(), saleSigners())).contains("Security ACME was FROZEN at that version");
    }

    @Test
    void aHoldingOfAnotherIssuerUnderTheSameIdentifierIsRefused() {
        IssuedTokenType type =
                new IssuedTokenType(world.seller.party(), definition.tokenType().getTokenType());

        assertThat(refusalOf(new SecurityToken(amount(25, type), world.buyer.party())))
                .contains("of another security than the attested definition ACME");
    }

    @Test
    void aHoldingWhoseIssuerGoesByAnotherNameIsRefused() {
        Party renamed =
                new Party(Actor.name("Central Bank"), world.issuer.keys().getPublic());
        IssuedTokenType type =
                new IssuedTokenType(renamed, definition.tokenType().getTokenType());

        assertThat(refusalOf(new SecurityToken(amount(25, type), world.buyer.party())))
                .contains("of another security than the attested definition ACME");
    }

    @Test
    void aHoldingInInflatedUnitsIsRefused() {
        Amount<IssuedTokenType> inflated = new Amount<>(2500, new BigDecimal("1000"), definition.tokenType());

        assertThat(refusalOf(new SecurityToken(inflated, world.buyer.party())))
                .isEqualTo("The holding does not count in the units of ACME.");
    }

    @Test
    void aHolderUnderAnotherNameIsRefused() {
        Party renamed = new Party(Actor.name("Central Bank"), world.buyer.keys().getPublic());

        assertThat(refusalOf(new SecurityToken(amount(25, definition.tokenType()), renamed)))
                .contains("The certificate of O=Central Bank, L=London, C=GB is for");
    }

    @Test
    void aHolderUnderTheNameOfASignerOfTheProofIsRefused() {
        Party renamed =
                new Party(Actor.name("Central Bank"), world.issuer.keys().getPublic());

        assertThat(refusalOf(new SecurityToken(amount(25, definition.tokenType()), renamed)))
                .contains("Central Bank");
    }

    @Test
    void aHoldingUnderAForeignContractIsRefused() {
        SecurityToken token = new SecurityToken(amount(25, definition.tokenType()), world.buyer.party());

        assertThat(refusalOf(world.state(token, "com.example.AnythingGoes"))).contains("is no SecurityToken under its");
    }

    @Test
    void anEncumberedHoldingIsRefused() {
        SecurityToken token = new SecurityToken(amount(25, definition.tokenType()), world.buyer.party());

        assertThat(refusalOf(
                        new TransactionState<>(token, SecurityTokenContract.ID, world.notary.party(), 0, World.CODE)))
                .contains("is encumbered");
    }

    @Test
    void aHoldingBoundToAnyCodeIsRefused() {
        SecurityToken token = new SecurityToken(amount(25, definition.tokenType()), world.buyer.party());

        assertThat(refusalOf(new TransactionState<>(
                        token,
                        SecurityTokenContract.ID,
                        world.notary.party(),
                        null,
                        AlwaysAcceptAttachmentConstraint.INSTANCE)))
                .isEqualTo("The holding is not bound to its code by a signature or a hash.");
    }

    @Test
    void aTransactionWithoutTheNotarysSignatureIsRefused() {
        assertThat(refusal(attestedSale(), World.together(world.votes(identity, 2), world.votes(registrars, 2))))
                .contains("is not signed by its notary, O=Notary Cluster, L=London, C=GB");
    }

    @Test
    void aTransactionUnderANotaryOfTheForgersIsRefused() {
        Actor rogue = world.member("False Notary");
        TransactionState<ContractState> holding = new TransactionState<>(
                new SecurityToken(amount(25, definition.tokenType()), world.buyer.party()),
                SecurityTokenContract.ID,
                rogue.party(),
                null,
                World.CODE);
        Draft sale = attested(new Draft(rogue.party())
                .output(world.cash(1, world.seller))
                .output(holding)
                .command(new CommitteeCommand.Form(), List.of(rogue.party().getOwningKey())));

        assertThat(refusal(sale, World.together(saleSigners(), List.of(rogue.keys()))))
                .contains("under the notary");
    }

    @Test
    void anAspectThatIsNotAttestedIsRefused() {
        Draft sale = world.sale(definition)
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.TRANSFER),
                        List.of(registrars.attestationKey()));

        assertThat(refusal(sale, saleSigners())).contains("has no attestation of IDENTITY, which the policy demands");
    }

    @Test
    void anAttestationForAMilderOperationIsRefused() {
        Draft sale = world.sale(definition)
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.DEFINE),
                        List.of(registrars.attestationKey()));

        assertThat(refusal(sale, saleSigners())).contains("is for the operation DEFINE where TRANSFER is carried out");
    }

    @Test
    void anAttestationThatIsValidForTooLongIsRefused() {
        Attest lasting = new Attest(
                Aspect.OWNERSHIP,
                Operation.TRANSFER,
                registrarsRef,
                definitionRef,
                World.FROM,
                World.FROM.plus(Duration.ofHours(3)));
        Draft sale = world.sale(definition)
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(lasting, List.of(registrars.attestationKey()));

        assertThat(refusal(sale, saleSigners())).contains("is valid for PT3H; committee registrars allows PT2M");
    }

    @Test
    void anAttestationWithAKeyOfTheForgersInPlaceOfTheCommitteesIsRefused() {
        Draft sale = world.sale(definition)
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.TRANSFER),
                        List.of(world.seller.keys().getPublic()));

        assertThat(refusal(sale, saleSigners())).contains("is not committee registrars");
    }

    @Test
    void aDefinitionWithoutARegistrarsMajorityIsRefused() {
        registrars = CommitteeState.founded("registrars", Aspect.OWNERSHIP, world.terms(world.authorities, 1));
        registrarsRef = world.form(registrars);
        registerAnew();

        assertThat(refusal(attestedSale(), saleSigners())).contains("which is no sound quorum");
    }

    @Test
    void aMemberWhoseCertificateHadRunOutIsRefused() {
        Actor lapsed = world.member("Lapsed", new Period(World.USUAL.from(), World.FROM.minusSeconds(1)));
        identity = CommitteeState.founded(
                "identity", Aspect.IDENTITY, world.terms(List.of(world.authorities.get(0), lapsed), 2));
        identityRef = world.form(identity);
        registerAnew();

        assertThat(refusal(attestedSale(), saleSigners()))
                .contains(
                        "The certificate path of O=Lapsed, L=London, C=GB does not lead to the trust root, judged at");
    }

    @Test
    void aMemberCertifiedByAnotherNetworkIsRefused() {
        CertificateForge stranger = CertificateForge.root("O=Root,L=London,C=GB", World.USUAL);
        CertificateForge authority = stranger.authority("O=Identity CA,L=London,C=GB", 1, World.USUAL);
        Actor one = world.authorities.get(0);
        String name = one.party().getName().toString();
        world.recertify(
                one, List.of(authority.certify(name, one.keys().getPublic(), 6, World.USUAL), authority.certificate()));

        assertThat(refusal(world.prove(sale(), 1))).contains("does not lead to the trust root");
    }

    @Test
    void aMemberWhoseCertificateIsForAnotherPurposeIsRefused() {
        Actor one = world.authorities.get(0);
        String name = one.party().getName().toString();
        world.recertify(
                one,
                List.of(
                        world.identityCa.certify(name, one.keys().getPublic(), 4, World.USUAL),
                        world.identityCa.certificate()));

        assertThat(refusal(world.prove(sale(), 1))).contains("has the role 4, not one of [6]");
    }

    @Test
    void aMemberWhoCertifiedAnotherIsRefused() {
        CertificateForge node = world.identityCa.authority("O=Node,L=London,C=GB", 4, World.USUAL);
        CertificateForge legal = node.authority("O=Member,L=London,C=GB", 6, World.USUAL);
        Actor one = world.authorities.get(0);
        String name = one.party().getName().toString();
        world.recertify(
                one,
                List.of(
                        legal.certify(name, one.keys().getPublic(), 6, World.USUAL),
                        legal.certificate(),
                        node.certificate(),
                        world.identityCa.certificate()));

        assertThat(refusal(world.prove(sale(), 1))).contains("the role 6 is issued by the role 6");
    }

    @Test
    void aPolicyWithAForeignCommitteeForAnAspectDoesNotHelpAnotherAspect() {
        CommitteeState wrongAspect = CommitteeState.founded("both", Aspect.IDENTITY, world.terms(world.authorities, 2));
        StateRef wrongRef = world.form(wrongAspect);
        ValidationPolicy policy = new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                List.of(new AspectRequirement(
                        Aspect.OWNERSHIP, wrongAspect.getLinearId(), EnumSet.allOf(Operation.class))));
        definition = SecurityDefinitionState.registered(world.issuer.party(), World.securityTerms(), policy);
        definitionRef = world.ref(new Draft(world.notary.party())
                .output(world.state(definition, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Register(), World.publicKeys(List.of(world.issuer.keys())))
                .command(
                        new Attest(Aspect.OWNERSHIP, Operation.DEFINE, wrongRef, null, World.FROM, World.UNTIL),
                        List.of(wrongAspect.attestationKey()))
                .sign(World.together(List.of(world.issuer.keys()), world.votes(wrongAspect, 2), world.notaryKeys())));

        assertThat(refusal(attestedSale(), saleSigners())).contains("that is not the one the policy names");
    }

    @Test
    void twoCommitteesOfOneNameAndEpochAreRefused() {
        CommitteeState twin = CommitteeState.founded("registrars", Aspect.OWNERSHIP, registrars.getTerms());
        StateRef twinRef = world.form(twin);
        Draft sale = world.sale(definition)
                .command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(twin, twinRef, definitionRef, Operation.TRANSFER), List.of(twin.attestationKey()));

        assertThat(refusal(sale, saleSigners())).contains("two committees registrars of one epoch");
    }

    private Draft attested(Draft sale) {
        return sale.command(
                        World.attest(identity, identityRef, definitionRef, Operation.TRANSFER),
                        List.of(identity.attestationKey()))
                .command(
                        World.attest(registrars, registrarsRef, definitionRef, Operation.TRANSFER),
                        List.of(registrars.attestationKey()));
    }

    private String refusalOf(SecurityToken holding) {
        return refusalOf(world.state(holding, SecurityTokenContract.ID));
    }

    private String refusalOf(TransactionState<ContractState> holding) {
        Draft sale = attested(new Draft(world.notary.party())
                .output(world.cash(1, world.seller))
                .output(holding)
                .command(
                        new CommitteeCommand.Form(),
                        List.of(world.notary.party().getOwningKey())));
        return refusal(sale, saleSigners());
    }

    private static Amount<IssuedTokenType> amount(long units, IssuedTokenType type) {
        return new Amount<>(units * 100, new BigDecimal("0.01"), type);
    }
}
