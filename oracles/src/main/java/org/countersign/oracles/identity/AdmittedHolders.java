package org.countersign.oracles.identity;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;

/**
 * Checks that everybody who gives or takes in a transaction is on the authority's list of admitted holders.
 *
 * <p>Setting: {@code holders}, a list of X.500 names. With an empty list nobody is admitted.
 */
public final class AdmittedHolders implements TransferCheck {
    private static final String NAME = "countersign.identity.admitted-holders";

    private Set<CordaX500Name> admitted = Collections.emptySet();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.IDENTITY;
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly("holders");
        Set<CordaX500Name> names = new LinkedHashSet<>();
        for (String holder : configuration.texts("holders")) {
            try {
                names.add(CordaX500Name.parse(holder));
            } catch (IllegalArgumentException wrong) {
                throw configuration.wrong(
                        "holders",
                        "has the item '" + holder + "'.",
                        "Give X.500 names, for example \"O=Dealer A,L=London,C=GB\".");
            }
        }
        admitted = Collections.unmodifiableSet(names);
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        if (facts.getParties().isEmpty()) {
            return one(FindingResult.NOT_MET, "NO_HOLDER", "The transaction names no holder that could be judged.");
        }
        List<String> strangers = facts.getParties().stream()
                .filter(party -> !admitted.contains(party.getName()))
                .map(party -> party.getName().getOrganisation() + " is not an admitted holder.")
                .collect(Collectors.toList());
        return strangers.isEmpty()
                ? one(FindingResult.MET, "ALL_ADMITTED", "All parties are admitted holders.")
                : one(FindingResult.NOT_MET, "NOT_ADMITTED", String.join(" ", strangers));
    }

    private static List<Finding> one(FindingResult result, String code, String reason) {
        return Collections.singletonList(new Finding(NAME, result, code, reason, Collections.emptyList()));
    }
}
