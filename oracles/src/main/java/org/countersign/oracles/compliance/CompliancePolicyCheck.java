package org.countersign.oracles.compliance;

import java.security.PublicKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.compliance.screening.ScreenedPerson;
import org.countersign.oracles.compliance.screening.ScreeningCheck;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.compliance.PolicyRequirements;

/**
 * Judges the whole compliance policy of the security's definition: by the lots that registrars tell, by what holders
 * present or the authority has on record itself, by its own screening, and by the register.
 *
 * <p>Setting: {@code records}, the path of a file with the authority's own records of holders ({@link OwnRecords}); it
 * may be missing. The report has every rule of the policy once and last the policy as a whole.
 */
public final class CompliancePolicyCheck implements TransferCheck {
    /** The name of the check and the beginning of its requirements' names. */
    public static final String NAME = PolicyRequirements.POLICY;

    private static final String RECORDS = "records";
    private static final Set<Operation> JUDGED =
            Collections.unmodifiableSet(EnumSet.of(Operation.ISSUE, Operation.TRANSFER, Operation.REDEEM));

    private volatile OwnRecords records;
    private volatile TransferChecks checks;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.COMPLIANCE;
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly(RECORDS);
        records = configuration.has(RECORDS) ? new OwnRecords(configuration.text(RECORDS)) : null;
    }

    @Override
    public boolean judgesPolicies() {
        return true;
    }

    @Override
    public void started(TransferChecks all) {
        checks = all;
    }

    @Override
    public Set<FactKind> needs() {
        return EnumSet.of(FactKind.CLAIMS, FactKind.REGISTER);
    }

    @Override
    public Set<FactKind> needs(TransferFacts facts) {
        if (!JUDGED.contains(facts.getOperation())
                || facts.getSecurity().getCompliancePolicy().getCondition() == null) {
            return Collections.emptySet();
        }
        // What everybody sees is still to be judged by the lots.
        return PolicyNeeds.isPrivate(facts.getSecurity().getCompliancePolicy())
                ? needs()
                : EnumSet.of(FactKind.REGISTER);
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        if (!JUDGED.contains(facts.getOperation())) {
            return one(
                    FindingResult.NOT_APPLICABLE, "NOT_JUDGED", "A policy judges issues, transfers and redemptions.");
        }
        if (facts.getSecurity().getCompliancePolicy().getCondition() == null) {
            return one(FindingResult.MET, "NO_POLICY", "The security has no compliance policy.");
        }
        try {
            return judged(facts);
        } catch (DataFileException wrong) {
            return one(FindingResult.UNDECIDED, wrong.getReasonCode(), wrong.getMessage());
        }
    }

    // Of those who give or take; with the result of screening, if there is one.
    private List<Finding> judged(TransferFacts facts) throws DataFileException {
        Optional<ScreeningCheck> screening = checks.find(ScreeningCheck.class);
        HolderRecords holders = holders(HolderRecords.othersOf(facts));
        Map<PublicKey, HolderClaims> claims = new LinkedHashMap<>();
        Set<PublicKey> unknown = new LinkedHashSet<>();
        for (Map.Entry<PublicKey, Party> key : facts.getKeys().entrySet()) {
            AttestedHolder attested = holders.attested(key.getKey(), key.getValue());
            Optional<ScreenedPerson> person = HolderRecords.person(attested, key.getKey(), key.getValue());
            if (screening.isPresent() && person.isPresent()) {
                attested = HolderRecords.screened(attested, person.get(), screening.get(), facts.getNow());
            }
            claims.put(key.getKey(), attested.at(facts.getTimeWindow().getUntilTime()));
            // Whoever was never asked may have everything that a rule asks for.
            if (facts.isQuestion()
                    && !holders.find(key.getKey(), key.getValue()).isPresent()) {
                unknown.add(key.getKey());
            }
        }
        return new PolicyJudgement(facts, claims, unknown).findings();
    }

    /** What this authority goes by: its own records before what others say. */
    HolderRecords holders(ClaimsSource others) {
        return new HolderRecords(records, others);
    }

    @Override
    public void remember(TransferFacts facts, ServiceHub services) {
        if (facts.isQuestion()
                || !JUDGED.contains(facts.getOperation())
                || !PolicyNeeds.isPrivate(facts.getSecurity().getCompliancePolicy())) {
            return;
        }
        HolderRecords holders = holders(new PresentedClaims(facts));
        Map<PublicKey, AttestedHolder> attested = new LinkedHashMap<>();
        try {
            for (Map.Entry<PublicKey, Party> key : facts.getKeys().entrySet()) {
                attested.put(key.getKey(), holders.attested(key.getKey(), key.getValue()));
            }
        } catch (DataFileException wrong) {
            // What the check has said about it stands in the journal; nobody is to be known by half.
            return;
        }
        attested.forEach((key, holder) -> KnownHolders.remember(
                services, key, holder, facts.getTimeWindow().getUntilTime()));
    }

    private static List<Finding> one(FindingResult result, String code, String reason) {
        return Collections.singletonList(new Finding(NAME, result, code, reason, Collections.emptyList()));
    }
}
