package org.countersign.workflows.ownership.proof;

import com.r3.corda.lib.tokens.contracts.types.TokenPointer;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.contracts.Command;
import net.corda.core.contracts.ComponentGroupEnum;
import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;
import net.corda.core.contracts.TransactionState;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.crypto.SecureHash;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.ByteArrays;
import net.corda.core.utilities.OpaqueBytes;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.ReportSeal;

/** Takes ownership proofs from recorded transactions. It knows no node; {@link ProofSources} stands for one. */
public final class OwnershipProofBuilder {
    private final ProofSources sources;

    /**
     * Creates a builder.
     *
     * @param sources where transactions and certificates are found
     */
    public OwnershipProofBuilder(ProofSources sources) {
        this.sources = sources;
    }

    /**
     * Takes the proof of one holding.
     *
     * @param id the transaction that gave it to its holder
     * @param output its position among the outputs, from 0
     * @return the proof, which shows nothing of the transaction's other parties and holdings
     * @throws OwnershipProofException if the output is no holding, or evidence is not on this node
     */
    public OwnershipProof build(SecureHash id, int output) throws OwnershipProofException {
        Evidence evidence = new Evidence(sources);
        SignedTransaction transaction = evidence.find(id);
        SecurityToken holding = holding(transaction, output);
        if (!(holding.getHolder() instanceof Party)) {
            throw new OwnershipProofException(
                    "Output " + output + " of transaction " + id + " is held by a key without a name.",
                    "A proof can be taken of holdings of named parties only.");
        }
        List<Attest> attests = attests(evidence, transaction, holding);
        TearOff tearOff = new TearOff(transaction.getTx()).reveal(ComponentGroupEnum.OUTPUTS_GROUP, output);
        List<TornTransaction> transactions = new ArrayList<>();
        transactions.add(evidence.tear(transaction, output, tearOff, attests::contains));
        StateRef definitionRef = attests.get(0).getDefinition();
        evidence.involve((Party) holding.getHolder());
        evidence.collectDefinition(definitionRef);
        for (Attest attest : attests) {
            evidence.collectCommittee(attest.getCommittee());
        }
        transactions.addAll(evidence.transactions());
        SecurityDefinitionState definition = evidence.state(definitionRef, SecurityDefinitionState.class);
        List<ReportSeal> seals = seals(evidence, transaction, attests);
        return new OwnershipProof(
                new StatementWriter(evidence, transaction, output, seals).write(definition, attests),
                transactions,
                seals,
                identities(evidence),
                encoded(sources.trustRoot()));
    }

    private static SecurityToken holding(SignedTransaction transaction, int output) throws OwnershipProofException {
        List<TransactionState<ContractState>> outputs = transaction.getTx().getOutputs();
        if (output < 0 || output >= outputs.size()) {
            throw new OwnershipProofException(
                    "Transaction " + transaction.getId() + " has " + outputs.size()
                            + " outputs and so none at position " + output + ".",
                    "Positions count from 0.");
        }
        ContractState state = outputs.get(output).getData();
        if (!(state instanceof SecurityToken)) {
            throw new OwnershipProofException(
                    "Output " + output + " of transaction " + transaction.getId() + " is a "
                            + state.getClass().getSimpleName() + " and no holding of a security.",
                    "Name another output.");
        }
        return (SecurityToken) state;
    }

    /** The attestations for the holding's security; those for another security in the same transaction stay hidden. */
    private static List<Attest> attests(Evidence evidence, SignedTransaction transaction, SecurityToken holding)
            throws OwnershipProofException {
        TokenType type = holding.getIssuedTokenType().getTokenType();
        List<Attest> attests = new ArrayList<>();
        for (Command<?> command : transaction.getTx().getCommands()) {
            if (command.getValue() instanceof Attest && ((Attest) command.getValue()).getDefinition() != null) {
                Attest attest = (Attest) command.getValue();
                UniqueIdentifier id = evidence.state(attest.getDefinition(), SecurityDefinitionState.class)
                        .getLinearId();
                if (type instanceof TokenPointer
                        && SelfCertifyingId.same(
                                id, ((TokenPointer<?>) type).getPointer().getPointer())) {
                    attests.add(attest);
                }
            }
        }
        if (attests.isEmpty()) {
            throw new OwnershipProofException(
                    "Transaction " + transaction.getId() + " carries no attestation for this security.",
                    "There is nothing to prove it with.");
        }
        return attests;
    }

    /** The seals of those who attested for the holding's security, in the order of the document. */
    private List<ReportSeal> seals(Evidence evidence, SignedTransaction transaction, List<Attest> attests)
            throws OwnershipProofException {
        Set<PublicKey> signed =
                transaction.getSigs().stream().map(TransactionSignature::getBy).collect(Collectors.toSet());
        Map<String, ReportSeal> seals = new TreeMap<>();
        for (Attest attest : attests) {
            CommitteeState committee = evidence.state(attest.getCommittee(), CommitteeState.class);
            for (CommitteeMember member : committee.getTerms().getMembers()) {
                for (ReportSeal seal : sources.reportSeals(transaction.getId())) {
                    if (seal.getAspect() == attest.getAspect()
                            && seal.getAttested()
                            && seal.getBy().equals(member.getAttestationKey())
                            && signed.contains(seal.getBy())) {
                        String key = ByteArrays.toHexString(seal.getBy().getEncoded());
                        seals.put(seal.getAspect() + "|" + key, seal);
                    }
                }
            }
        }
        return new ArrayList<>(seals.values());
    }

    private List<CertifiedIdentity> identities(Evidence evidence) throws OwnershipProofException {
        Map<String, CertifiedIdentity> identities = new TreeMap<>();
        for (Party party : evidence.parties()) {
            List<X509Certificate> path = sources.certificatePath(party.getOwningKey());
            if (path == null || path.isEmpty()) {
                throw new OwnershipProofException(
                        "This node knows no certificate of " + party.getName() + ".",
                        "Wait until the network map has its node info, or export on another node.");
            }
            List<OpaqueBytes> certificates = new ArrayList<>();
            for (X509Certificate certificate : path) {
                if (!certificate.equals(sources.trustRoot())) {
                    certificates.add(encoded(certificate));
                }
            }
            String key = ByteArrays.toHexString(party.getOwningKey().getEncoded());
            identities.put(party.getName() + "|" + key, new CertifiedIdentity(party.getName(), certificates));
        }
        return new ArrayList<>(identities.values());
    }

    private static OpaqueBytes encoded(X509Certificate certificate) throws OwnershipProofException {
        try {
            return new OpaqueBytes(certificate.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            throw new OwnershipProofException(
                    "The certificate of " + certificate.getSubjectX500Principal() + " cannot be encoded: "
                            + unreadable.getMessage() + ".",
                    "The ledger of this node is inconsistent; ask its operator.");
        }
    }
}
