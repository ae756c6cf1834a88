package org.countersign.client.proof;

import com.r3.corda.lib.tokens.contracts.commands.MoveTokenCommand;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.AttachmentConstraint;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.SignatureAttachmentConstraint;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.SignatureScheme;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.client.proof.CertificateForge.Period;
import org.countersign.contracts.control.ControlOrder;
import org.countersign.contracts.control.ControlReason;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityDefinitionCommand;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeCommand;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ReportSeal;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.OwnershipProofBuilder;
import org.countersign.workflows.ownership.proof.ProofSources;

/** A small network on paper: its members, its certificates, and a ledger that nobody verifies. */
final class World implements ProofSources {
    static final ControlOrder ORDER =
            new ControlOrder(ControlReason.COURT_ORDER, "High Court", "order 7", SecureHash.sha256("order 7"));
    static final Instant FROM = Instant.parse("2025-03-03T10:00:00Z");
    static final Instant UNTIL = FROM.plusSeconds(120);
    static final Period USUAL =
            new Period(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
    static final AttachmentConstraint CODE =
            SignatureAttachmentConstraint.Companion.create(Actor.freshKeys().getPublic());

    private final Map<SecureHash, SignedTransaction> ledger = new HashMap<>();
    private final Map<PublicKey, Actor> actors = new LinkedHashMap<>();
    private final Map<PublicKey, KeyPair> attestationKeys = new HashMap<>();
    final List<ReportSeal> seals = new ArrayList<>();
    final CertificateForge root = CertificateForge.root("O=Root,L=London,C=GB", USUAL);
    final CertificateForge identityCa = root.authority("O=Identity CA,L=London,C=GB", 1, USUAL);
    final Actor notary = service("Notary Cluster");
    final List<Actor> authorities =
            List.of(member("Authority One"), member("Authority Two"), member("Authority Three"));
    final Actor issuer = member("Issuer Bank");
    final Actor seller = member("Seller Bank");
    final Actor buyer = member("Buyer Bank");

    Actor member(String organisation) {
        return member(organisation, USUAL);
    }

    Actor member(String organisation, Period period) {
        KeyPair keys = Actor.freshKeys();
        String name = "O=" + organisation + ",L=London,C=GB";
        CertificateForge node = identityCa.authority(name, 4, period);
        X509Certificate identity = node.certify(name, keys.getPublic(), 6, period);
        return enrol(organisation, keys, List.of(identity, node.certificate(), identityCa.certificate()));
    }

    private Actor service(String organisation) {
        KeyPair keys = Actor.freshKeys();
        String name = "O=" + organisation + ",L=London,C=GB";
        X509Certificate identity = identityCa.certify(name, keys.getPublic(), 3, USUAL);
        return enrol(organisation, keys, List.of(identity, identityCa.certificate(), root.certificate()));
    }

    Actor enrol(String organisation, KeyPair keys, List<X509Certificate> path) {
        Actor actor = new Actor(new Party(Actor.name(organisation), keys.getPublic()), keys, path);
        actors.put(keys.getPublic(), actor);
        return actor;
    }

    @Override
    public SignedTransaction transaction(SecureHash id) {
        return ledger.get(id);
    }

    @Override
    public List<ReportSeal> reportSeals(SecureHash id) {
        return seals.stream().filter(seal -> seal.getTransactionId().equals(id)).toList();
    }

    /** The first members of a committee seal their reports on a transaction; the digests are those of their names. */
    void seal(SignedTransaction transaction, CommitteeState committee, int count) {
        for (CommitteeMember seat : committee.getTerms().getMembers().subList(0, count)) {
            SecureHash report = SecureHash.sha256(seat.getParty().getName().toString());
            seals.add(seal(transaction.getId(), committee.getAspect(), true, report, seat.getAttestationKey()));
        }
    }

    ReportSeal seal(SecureHash id, Aspect aspect, boolean attested, SecureHash report, PublicKey key) {
        try {
            SecureHash journal = SecureHash.sha256("journal");
            byte[] signature = Crypto.doSign(
                    attestationKeys.get(key).getPrivate(), ReportSeal.statement(id, aspect, attested, report, journal));
            return new ReportSeal(id, aspect, attested, report, journal, key, new OpaqueBytes(signature));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<X509Certificate> certificatePath(PublicKey key) {
        return actors.containsKey(key) ? actors.get(key).path() : null;
    }

    @Override
    public X509Certificate trustRoot() {
        return root.certificate();
    }

    SignedTransaction record(SignedTransaction transaction) {
        ledger.put(transaction.getId(), transaction);
        return transaction;
    }

    OwnershipProof prove(SignedTransaction transaction, int output) {
        try {
            return new OwnershipProofBuilder(this).build(transaction.getId(), output);
        } catch (Exception refused) {
            throw new IllegalStateException(refused);
        }
    }

    TransactionState<ContractState> state(ContractState data, String contract) {
        return new TransactionState<>(data, contract, notary.party(), null, CODE);
    }

    /** Terms with fresh attestation keys for these members, each of weight 1. */
    CommitteeTerms terms(List<Actor> members, int threshold) {
        return terms(members, threshold, Crypto.EDDSA_ED25519_SHA512);
    }

    CommitteeTerms terms(List<Actor> members, int threshold, SignatureScheme scheme) {
        List<CommitteeMember> seats = new ArrayList<>();
        for (Actor member : members) {
            KeyPair keys = Crypto.generateKeyPair(scheme);
            attestationKeys.put(keys.getPublic(), keys);
            seats.add(new CommitteeMember(member.party(), keys.getPublic(), 1));
        }
        return new CommitteeTerms(Segment.WHOLE_NETWORK, seats, threshold, Duration.ofMinutes(2), List.of());
    }

    /** Both keys of every seat. */
    List<KeyPair> seatKeys(CommitteeTerms terms) {
        List<KeyPair> keys = new ArrayList<>();
        for (CommitteeMember seat : terms.getMembers()) {
            keys.add(actors.get(seat.getParty().getOwningKey()).keys());
            keys.add(attestationKeys.get(seat.getAttestationKey()));
        }
        return keys;
    }

    /** The certificates of an actor are other ones from now on. */
    void recertify(Actor actor, List<X509Certificate> path) {
        actors.put(actor.party().getOwningKey(), new Actor(actor.party(), actor.keys(), path));
    }

    /** The attestation keys of the first members. */
    List<KeyPair> votes(CommitteeState committee, int count) {
        List<KeyPair> keys = new ArrayList<>();
        for (CommitteeMember seat : committee.getTerms().getMembers().subList(0, count)) {
            keys.add(attestationKeys.get(seat.getAttestationKey()));
        }
        return keys;
    }

    static List<PublicKey> publicKeys(List<KeyPair> keys) {
        return new ArrayList<>(keys.stream().map(KeyPair::getPublic).toList());
    }

    @SafeVarargs
    static List<KeyPair> together(List<KeyPair>... parts) {
        Set<KeyPair> all = new LinkedHashSet<>();
        for (List<KeyPair> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }

    List<KeyPair> notaryKeys() {
        return List.of(notary.keys());
    }

    StateRef form(CommitteeState committee) {
        List<KeyPair> seats = seatKeys(committee.getTerms());
        return ref(new Draft(notary.party())
                .output(state(committee, CommitteeContract.ID))
                .command(new CommitteeCommand.Form(), publicKeys(seats))
                .sign(seats));
    }

    StateRef reform(StateRef before, CommitteeState former, CommitteeState next) {
        List<KeyPair> seats = seatKeys(next.getTerms());
        List<PublicKey> signers = publicKeys(seats);
        signers.add(former.attestationKey());
        return ref(new Draft(notary.party())
                .input(before)
                .output(state(next, CommitteeContract.ID))
                .command(new CommitteeCommand.Reform(), signers)
                .sign(together(seats, votes(former, 2), notaryKeys())));
    }

    StateRef ref(SignedTransaction transaction) {
        return new StateRef(record(transaction).getId(), 0);
    }

    static ValidationPolicy policy(CommitteeState identity, CommitteeState registrars) {
        return new ValidationPolicy(
                Segment.WHOLE_NETWORK,
                List.of(
                        new AspectRequirement(
                                Aspect.IDENTITY,
                                identity.getLinearId(),
                                EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM)),
                        new AspectRequirement(
                                Aspect.OWNERSHIP, registrars.getLinearId(), EnumSet.allOf(Operation.class))));
    }

    static SecurityTerms securityTerms() {
        return new SecurityTerms(
                "ACME",
                new Isin("US0378331005"),
                "ACME plc ordinary shares",
                "GBP",
                new BigDecimal("0.05"),
                new BigDecimal("1000000"),
                2);
    }

    static SecurityTerms otherTerms() {
        return new SecurityTerms("BETA", null, "Beta notes", "EUR", new BigDecimal("1000"), new BigDecimal("5000"), 2);
    }

    static Attest attest(CommitteeState committee, StateRef ref, StateRef definition, Operation operation) {
        return new Attest(committee.getAspect(), operation, ref, definition, FROM, UNTIL);
    }

    static TimeWindow window() {
        return TimeWindow.between(FROM, UNTIL);
    }

    StateRef register(SecurityDefinitionState definition, CommitteeState registrars, StateRef registrarsRef) {
        return ref(new Draft(notary.party())
                .output(state(definition, SecurityDefinitionContract.ID))
                .command(new SecurityDefinitionCommand.Register(), publicKeys(List.of(issuer.keys())))
                .command(
                        attest(registrars, registrarsRef, null, Operation.DEFINE), List.of(registrars.attestationKey()))
                .reference(registrarsRef)
                .window(window())
                .sign(together(List.of(issuer.keys()), votes(registrars, 2), notaryKeys())));
    }

    StateRef change(
            StateRef before,
            SecurityDefinitionState next,
            CommitteeState registrars,
            StateRef registrarsRef,
            Actor proposer) {
        return ref(new Draft(notary.party())
                .input(before)
                .output(state(next, SecurityDefinitionContract.ID))
                .command(
                        next.getStatus() == SecurityStatus.FROZEN
                                ? new SecurityDefinitionCommand.Freeze(ORDER)
                                : new SecurityDefinitionCommand.Unfreeze(ORDER),
                        publicKeys(List.of(proposer.keys())))
                .command(
                        attest(registrars, registrarsRef, before, Operation.DEFINE),
                        List.of(registrars.attestationKey()))
                .reference(registrarsRef)
                .window(window())
                .sign(together(List.of(proposer.keys()), votes(registrars, 2), notaryKeys())));
    }

    TransactionState<ContractState> holding(SecurityDefinitionState definition, long quantity, Actor holder) {
        return state(
                new SecurityToken(
                        new Amount<>(quantity, new BigDecimal("0.01"), definition.tokenType()), holder.party()),
                SecurityTokenContract.ID);
    }

    TransactionState<ContractState> cash(long quantity, Actor holder) {
        IssuedTokenType pounds = new IssuedTokenType(issuer.party(), FiatCurrency.Companion.getInstance("GBP"));
        return state(
                new FungibleToken(new Amount<>(quantity, pounds), holder.party(), null),
                "com.r3.corda.lib.tokens.contracts.FungibleTokenContract");
    }

    /** A sale of 25.00 against cash, with 74.31 left to the seller; the buyer's holding is output 1. */
    Draft sale(SecurityDefinitionState definition) {
        List<PublicKey> parties =
                List.of(seller.party().getOwningKey(), buyer.party().getOwningKey());
        return new Draft(notary.party())
                .input(new StateRef(SecureHash.sha256("an issue"), 0))
                .input(new StateRef(SecureHash.sha256("cash"), 3))
                .output(holding(definition, 7431, seller))
                .output(holding(definition, 2500, buyer))
                .output(cash(987654, seller))
                .command(new MoveTokenCommand(definition.tokenType(), List.of(0), List.of(0, 1)), parties)
                .window(window());
    }
}
