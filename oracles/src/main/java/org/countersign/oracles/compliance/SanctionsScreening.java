package org.countersign.oracles.compliance;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.corda.core.identity.Party;
import net.corda.core.node.ServiceHub;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.compliance.screening.KnownPersons;
import org.countersign.oracles.compliance.screening.ListVersion;
import org.countersign.oracles.compliance.screening.ScreenedPerson;
import org.countersign.oracles.compliance.screening.Screening;
import org.countersign.oracles.compliance.screening.ScreeningCheck;
import org.countersign.oracles.compliance.screening.ScreeningResult;
import org.countersign.oracles.marketdata.DataFileException;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferChecks;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Checks that nobody who gives or takes is on a sanctions list, whatever the security's policy says. Beside the rule of
 * a policy, which an issuer chooses, this is the authority's own duty.
 *
 * <p>Settings: those of {@link Screening}. What was compared stands in the journal; the proposer is told that there was
 * a hit, and not of whom, on which list or how certain it is.
 */
public final class SanctionsScreening implements TransferCheck, ScreeningCheck {
    /** The name of the check. */
    public static final String NAME = "countersign.compliance.sanctions";

    /** The reason code of a hit. */
    public static final String HIT = "SANCTIONS_HIT";

    /** The reason code of a client of whom nobody can say who it is. */
    public static final String NAMELESS = "CLIENT_WITHOUT_NAME";

    /** The reason code of a name that is not compared with the lists, because of its script. */
    public static final String UNREADABLE = "NAME_NOT_READABLE";

    private volatile Screening screening;
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
        configuration.requireOnly(Screening.settings().toArray(new String[0]));
        screening = new Screening(configuration);
    }

    @Override
    public void started(TransferChecks all) {
        checks = all;
    }

    @Override
    public Set<FactKind> needs() {
        return EnumSet.of(FactKind.CLAIMS);
    }

    @Override
    public Screening getScreening() {
        return screening;
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        if (facts.getParties().isEmpty()) {
            return one(
                    FindingResult.NOT_MET, "NO_HOLDER", "The transaction names no party that could be judged.", none());
        }
        try {
            List<Figure> figures = versions(facts);
            boolean hit = false;
            boolean readable = true;
            for (Map.Entry<ScreenedPerson, Party> person : persons(facts).entrySet()) {
                ScreeningResult result = screening.screen(person.getKey(), facts.getNow());
                figures.addAll(result.figures());
                hit |= !result.hits().isEmpty();
                readable &= result.isReadable();
            }
            if (hit) {
                return one(FindingResult.NOT_MET, HIT, "Screening against sanctions lists gave a hit.", figures);
            }
            if (!readable) {
                return one(
                        FindingResult.UNDECIDED,
                        UNREADABLE,
                        "A name is in a script that cannot be compared with the lists, or too long; it takes a record"
                                + " of the authority's with the name in Latin letters.",
                        figures);
            }
            return isNameless(facts)
                    ? one(
                            FindingResult.UNDECIDED,
                            NAMELESS,
                            "Of a custodian's client no name is attested that could be screened; it takes a credential"
                                    + " of LEGAL_IDENTITY with a legal_name, or a record of the authority's.",
                            figures)
                    : one(FindingResult.MET, "CLEAR", "No party of the transaction is on a sanctions list.", figures);
        } catch (DataFileException wrong) {
            return one(FindingResult.UNDECIDED, wrong.getReasonCode(), wrong.getMessage(), none());
        }
    }

    @Override
    public void remember(TransferFacts facts, ServiceHub services) {
        if (facts.isQuestion()) {
            return;
        }
        try {
            persons(facts)
                    .forEach((person, party) ->
                            KnownPersons.remember(services, party.getName(), person, facts.getNow()));
        } catch (DataFileException wrong) {
            // The check was undecided for it, and nothing moves.
            return;
        }
    }

    /** The members by their names, and whoever is known by another name to be behind a key. */
    private Map<ScreenedPerson, Party> persons(TransferFacts facts) throws DataFileException {
        Map<ScreenedPerson, Party> persons = new LinkedHashMap<>();
        for (Party party : facts.getParties()) {
            persons.put(
                    new ScreenedPerson(
                            party.getName().getOrganisation(),
                            null,
                            Collections.singleton(party.getName().getCountry())),
                    party);
        }
        for (Map.Entry<PublicKey, Party> key : facts.getKeys().entrySet()) {
            person(facts, key).ifPresent(person -> persons.putIfAbsent(person, key.getValue()));
        }
        return persons;
    }

    private boolean isNameless(TransferFacts facts) throws DataFileException {
        for (Map.Entry<PublicKey, Party> key : facts.getKeys().entrySet()) {
            if (!person(facts, key).isPresent()) {
                return true;
            }
        }
        return false;
    }

    // By the records that the policy is judged by, if this authority judges policies.
    private Optional<ScreenedPerson> person(TransferFacts facts, Map.Entry<PublicKey, Party> key)
            throws DataFileException {
        ClaimsSource others = HolderRecords.othersOf(facts);
        HolderRecords holders = Optional.ofNullable(checks)
                .flatMap(all -> all.find(CompliancePolicyCheck.class))
                .map(policy -> policy.holders(others))
                .orElseGet(() -> new HolderRecords(null, others));
        return HolderRecords.person(holders.attested(key.getKey(), key.getValue()), key.getKey(), key.getValue());
    }

    private List<Figure> versions(TransferFacts facts) throws DataFileException {
        List<Figure> figures = new ArrayList<>();
        for (ListVersion version : screening.versions(facts.getNow())) {
            figures.add(new Figure(
                    "entries on " + version.getList() + " " + version.getVersion(),
                    BigDecimal.valueOf(version.getEntries()),
                    "1"));
            if (version.getUnmatched() > 0) {
                figures.add(new Figure(
                        "entries on " + version.getList() + " " + version.getVersion() + " without a readable name",
                        BigDecimal.valueOf(version.getUnmatched()),
                        "1"));
            }
        }
        figures.add(new Figure("threshold", BigDecimal.valueOf(screening.getThreshold()), "1"));
        return figures;
    }

    private static List<Figure> none() {
        return Collections.emptyList();
    }

    private static List<Finding> one(FindingResult result, String code, String reason, List<Figure> figures) {
        return Collections.singletonList(new Finding(NAME, result, code, reason, figures));
    }
}
