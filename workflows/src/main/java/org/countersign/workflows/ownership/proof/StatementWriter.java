package org.countersign.workflows.ownership.proof;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.contracts.TransactionState;
import net.corda.core.crypto.TransactionSignature;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Attest;
import org.countersign.contracts.validation.ReportSeal;

/** Puts into words what a proof proves. */
final class StatementWriter {
    private final Evidence evidence;
    private final SignedTransaction transaction;
    private final int output;
    private final List<ReportSeal> seals;

    StatementWriter(Evidence evidence, SignedTransaction transaction, int output, List<ReportSeal> seals) {
        this.evidence = evidence;
        this.transaction = transaction;
        this.output = output;
        this.seals = seals;
    }

    OwnershipStatement write(SecurityDefinitionState definition, List<Attest> attests) throws OwnershipProofException {
        TransactionState<?> state = transaction.getTx().getOutputs().get(output);
        SecurityToken holding = (SecurityToken) state.getData();
        SecurityTerms terms = definition.getTerms();
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (Attest attest : attests) {
            from = attest.getValidFrom().isAfter(from) ? attest.getValidFrom() : from;
            until = attest.getValidUntil().isBefore(until) ? attest.getValidUntil() : until;
        }
        return new OwnershipStatement(
                ((Party) holding.getHolder()).getName(),
                BigDecimal.valueOf(holding.getAmount().getQuantity(), terms.getFractionDigits()),
                new OwnershipStatement.Security(
                        terms.getSymbol(),
                        terms.getIsin() == null ? null : terms.getIsin().getCode(),
                        terms.getName(),
                        definition.getIssuer().getName(),
                        definition.getLinearId().getExternalId(),
                        definition.getVersion()),
                attests.get(0).getOperation(),
                transaction.getId(),
                output,
                from,
                until,
                attestations(definition, attests),
                state.getNotary().getName());
    }

    private List<AttestationStatement> attestations(SecurityDefinitionState definition, List<Attest> attests)
            throws OwnershipProofException {
        List<AttestationStatement> statements = new ArrayList<>();
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            for (Attest attest : attests) {
                if (attest.getAspect() == requirement.getAspect()) {
                    statements.add(attestation(attest));
                }
            }
        }
        return statements;
    }

    private AttestationStatement attestation(Attest attest) throws OwnershipProofException {
        CommitteeState committee = evidence.state(attest.getCommittee(), CommitteeState.class);
        Set<PublicKey> signed =
                transaction.getSigs().stream().map(TransactionSignature::getBy).collect(Collectors.toSet());
        List<CordaX500Name> members = new ArrayList<>();
        List<ReportStatement> reports = new ArrayList<>();
        for (CommitteeMember member : committee.getTerms().getMembers()) {
            if (signed.contains(member.getAttestationKey())) {
                members.add(member.getParty().getName());
                for (ReportSeal seal : seals) {
                    if (seal.getAspect() == attest.getAspect() && seal.getBy().equals(member.getAttestationKey())) {
                        reports.add(new ReportStatement(member.getParty().getName(), seal.getReportDigest()));
                    }
                }
            }
        }
        return new AttestationStatement(
                attest.getAspect(),
                committee.getName(),
                committee.getLinearId().getExternalId(),
                committee.getEpoch(),
                committee.getTerms().getThreshold(),
                members,
                reports);
    }
}
