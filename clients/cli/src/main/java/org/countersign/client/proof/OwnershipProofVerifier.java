package org.countersign.client.proof;

import static org.countersign.client.proof.ProofRefusedException.require;

import com.r3.corda.lib.tokens.contracts.types.IssuedTokenType;
import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.corda.core.contracts.LinearPointer;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.Party;
import org.countersign.client.proof.Attestations.VerifiedAttestation;
import org.countersign.client.proof.Definitions.VerifiedDefinition;
import org.countersign.client.proof.OpenedTransaction.OpenedCommand;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.Operation;
import org.countersign.workflows.ownership.proof.OwnershipProof;
import org.countersign.workflows.ownership.proof.OwnershipStatement;

/**
 * Judges ownership proofs.
 *
 * <p>A proof that passes shows that one output of one transaction, a holding of a security, was transferred finally:
 * every aspect that the security's definition demands was attested by a quorum of the committee that it names, and the
 * notary signed. It shows nothing about what the holder did with the holding afterwards.
 */
public final class OwnershipProofVerifier {
    private final OwnershipProof proof;
    private final Transactions transactions;
    private final Committees committees;
    private final Attestations attestations;
    private final Definitions definitions;

    private OwnershipProofVerifier(OwnershipProof proof) throws ProofRefusedException {
        this.proof = proof;
        this.transactions = new Transactions(proof.getTransactions());
        this.committees = new Committees(transactions);
        this.attestations = new Attestations(committees);
        this.definitions = new Definitions(transactions, attestations);
    }

    /**
     * Verifies a document.
     *
     * @param document the document
     * @param trustRoot the network's root certificate; if absent the document's own root is taken, and the result says
     *     so
     * @return what it proves
     * @throws ProofRefusedException naming the first thing that does not hold
     */
    public static VerifiedOwnership verify(OwnershipProofDocument document, Optional<X509Certificate> trustRoot)
            throws ProofRefusedException {
        try {
            return verify(document.proof(), trustRoot);
        } catch (RuntimeException unexpected) {
            // Hostile values make arithmetic and library code fail in ways that no list of checks foresees.
            throw new ProofRefusedException("The evidence contains impossible values: " + unexpected, unexpected);
        }
    }

    private static VerifiedOwnership verify(OwnershipProof proof, Optional<X509Certificate> trustRoot)
            throws ProofRefusedException {
        X509Certificate root = Certificates.read(proof.getTrustRoot(), "the trust root");
        String fingerprint = SecureHash.sha256(proof.getTrustRoot().getBytes()).toString();
        if (trustRoot.isPresent()) {
            requireSameRoot(proof, trustRoot.get(), fingerprint);
        }
        OwnershipStatement derived = new OwnershipProofVerifier(proof).judge(new Certificates(root));
        Statements.requireSame(proof.getStatement(), derived);
        return new VerifiedOwnership(derived, trustRoot.isPresent(), fingerprint);
    }

    private static void requireSameRoot(OwnershipProof proof, X509Certificate given, String fingerprint)
            throws ProofRefusedException {
        try {
            require(
                    Arrays.equals(proof.getTrustRoot().getBytes(), given.getEncoded()),
                    "The document is of another network: its root has the SHA-256 fingerprint %s, the given root %s.",
                    fingerprint,
                    SecureHash.sha256(given.getEncoded()));
        } catch (GeneralSecurityException unreadable) {
            throw new ProofRefusedException("The given root cannot be encoded.", unreadable);
        }
    }

    private OwnershipStatement judge(Certificates certificates) throws ProofRefusedException {
        OpenedTransaction proven = transactions.proven();
        int output = proven.outputIndex();
        SecurityToken holding = proven.onlyOutput(output, SecurityToken.class, SecurityTokenContract.ID);
        require(proven.inputs().isEmpty(), "The proven transaction reveals inputs.");
        require(
                holding.getHolder() instanceof Party,
                "The holding is held by a key without a name, which this format does not prove.");
        Attest first = firstAttest(proven);
        VerifiedDefinition definition = definitions.at(first.getDefinition());
        verifyHolding(holding, definition, proven, first);
        List<VerifiedAttestation> attested = attestations.verify(
                proven, definition.state().getValidationPolicy(), first.getDefinition(), first.getOperation());
        proven.requireNotarised();
        proven.requireSignedByExactlyTheSigners();
        transactions.requireAllTaken();
        transactions.requireSameCode();
        Reports reports = new Reports(proof.getReports());
        reports.verify(attested);
        OwnershipStatement statement = Statements.derive(proven, holding, definition.state(), attested, reports);
        Identities identities = new Identities(certificates, statement.getValidFrom(), statement.getValidUntil());
        identities.read(proof.getIdentities());
        identities.verifyCurrent(current(holding, attested), proven.notary());
        identities.verifyFormer(committees.members());
        identities.requireAllNeeded();
        return statement;
    }

    private static Attest firstAttest(OpenedTransaction proven) throws ProofRefusedException {
        for (OpenedCommand command : proven.commands()) {
            require(
                    command.value().getClass() == Attest.class,
                    "The proven transaction reveals a command that is no attestation.");
        }
        require(!proven.commands().isEmpty(), "The proven transaction reveals no attestation.");
        Attest first = (Attest) proven.commands().get(0).value();
        StateRef definition = first.getDefinition();
        require(
                definition != null && first.getOperation() != Operation.DEFINE,
                "The proven transaction's attestation is for the registration of a security, not for a holding.");
        return first;
    }

    private static void verifyHolding(
            SecurityToken holding, VerifiedDefinition verified, OpenedTransaction proven, Attest attest)
            throws ProofRefusedException {
        SecurityDefinitionState definition = verified.state();
        String symbol = definition.getTerms().getSymbol();
        require(
                isOf(holding.getIssuedTokenType(), definition.tokenType()),
                "The holding is of another security than the attested definition %s.",
                symbol);
        require(
                holding.getAmount()
                                .getDisplayTokenSize()
                                .compareTo(BigDecimal.ONE.scaleByPowerOfTen(-definition.getFractionDigits()))
                        == 0,
                "The holding does not count in the units of %s.",
                symbol);
        require(
                couldMove(definition, attest),
                "Security %s was %s at that version, and nothing of it could move.",
                symbol,
                definition.getStatus());
        require(
                Identities.same(verified.notary(), proven.notary()),
                "Security %s is under the notary %s, the holding under %s.",
                symbol,
                verified.notary().getName(),
                proven.notary().getName());
    }

    // The time-window is not in the proof, but opens no earlier than the attestation is valid. An order goes over a
    // pause.
    private static boolean couldMove(SecurityDefinitionState definition, Attest attest) {
        boolean ordered = attest.getOperation().compareTo(Operation.FREEZE) >= 0;
        return definition.isOpenAt(attest.getValidFrom()) || ordered && definition.getStatus() != SecurityStatus.FROZEN;
    }

    private static boolean isOf(IssuedTokenType type, IssuedTokenType expected) {
        if (!(type.getTokenType() instanceof TokenPointer)
                || !type.equals(expected)
                || !Identities.same(type.getIssuer(), expected.getIssuer())) {
            return false;
        }
        LinearPointer<?> pointer = ((TokenPointer<?>) type.getTokenType()).getPointer();
        LinearPointer<?> definition = ((TokenPointer<?>) expected.getTokenType()).getPointer();
        return pointer.getType() == SecurityDefinitionState.class
                && pointer.isResolved()
                && SelfCertifyingId.same(pointer.getPointer(), definition.getPointer());
    }

    /** Everybody but the notary on whom the proven transaction itself rests. */
    private List<Party> current(SecurityToken holding, List<VerifiedAttestation> attested) {
        List<Party> current = new ArrayList<>(definitions.issuers());
        current.add((Party) holding.getHolder());
        for (VerifiedAttestation attestation : attested) {
            attestation.committee().getTerms().getMembers().forEach(member -> current.add(member.getParty()));
        }
        return current;
    }
}
