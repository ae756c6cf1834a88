package org.countersign.oracles.compliance;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.identity.Party;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Checks that everybody who will hold the security is of a jurisdiction in which it may be held: the country of the
 * holder's X.500 name, which its certificate vouches for.
 *
 * <p>Settings, of which one must be there: {@code permitted} and {@code barred}, lists of ISO 3166-1 alpha-2 codes.
 * With {@code permitted}, no other country is; what is barred is barred in any case. A holder who keeps change is
 * judged like one who acquires, since a tear-off without inputs does not tell them apart. A redemption gives nobody a
 * holding and is not judged.
 */
public final class PermittedJurisdictions implements TransferCheck {
    private static final String NAME = "countersign.compliance.permitted-jurisdictions";
    private static final String PERMITTED = "permitted";
    private static final String BARRED = "barred";

    private Set<String> permitted = Collections.emptySet();
    private Set<String> barred = Collections.emptySet();

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
        configuration.requireOnly(PERMITTED, BARRED);
        permitted = countries(configuration, PERMITTED);
        barred = countries(configuration, BARRED);
        if (permitted.isEmpty() && barred.isEmpty()) {
            throw configuration.wrong(
                    PERMITTED,
                    "and " + BARRED + " name no country.",
                    "Give at least one code in one of the two lists.");
        }
    }

    private static Set<String> countries(CheckConfiguration configuration, String setting)
            throws CheckConfigurationException {
        List<String> known = Arrays.asList(Locale.getISOCountries());
        for (String code : configuration.texts(setting)) {
            if (!known.contains(code)) {
                throw configuration.wrong(
                        setting,
                        "has the item '" + code + "'.",
                        "Give ISO 3166-1 alpha-2 codes in capitals, for example \"GB\".");
            }
        }
        return new LinkedHashSet<>(configuration.texts(setting));
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        switch (facts.getOperation()) {
            case REDEEM:
            case DEFINE:
                return one(FindingResult.NOT_APPLICABLE, "NOBODY_ACQUIRES", "Nobody acquires a holding.");
            default:
                return holders(facts);
        }
    }

    private List<Finding> holders(TransferFacts facts) {
        if (facts.getOutputs().isEmpty()) {
            return one(FindingResult.NOT_MET, "NO_HOLDER", "The transaction names no holder that could be judged.");
        }
        List<String> objections = facts.getOutputs().stream()
                .map(HoldingFact::getHolder)
                .distinct()
                .filter(holder -> !mayHold(holder))
                .map(holder -> holder.getName().getOrganisation() + " is of "
                        + holder.getName().getCountry() + ", where the security may not be held.")
                .collect(Collectors.toList());
        return objections.isEmpty()
                ? one(FindingResult.MET, "PERMITTED", "Every holder is of a permitted jurisdiction.")
                : one(FindingResult.NOT_MET, "JURISDICTION_BARRED", String.join(" ", objections));
    }

    private boolean mayHold(Party holder) {
        String country = holder.getName().getCountry();
        return !barred.contains(country) && (permitted.isEmpty() || permitted.contains(country));
    }

    private static List<Finding> one(FindingResult result, String code, String reason) {
        return Collections.singletonList(new Finding(NAME, result, code, reason, Collections.emptyList()));
    }
}
