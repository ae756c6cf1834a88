package org.countersign.oracles.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.FactKind;
import org.countersign.oracles.validation.HoldingFact;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;
import org.countersign.workflows.identity.claim.ClaimStanding;
import org.countersign.workflows.identity.claim.CredentialRequirement;
import org.countersign.workflows.identity.claim.KnownHolder;
import org.countersign.workflows.identity.claim.VerifiedClaim;

/**
 * Checks that every holder presents credentials of certain kinds, by accepted providers, valid and its own.
 *
 * <p>Settings: {@code kinds}, a list of kinds of claims, at least one; {@code judged}, {@code acquirers} or
 * {@code parties}, which are those who give as well, {@code acquirers} if it is not there; {@code exempt}, X.500 names
 * of members that need none, for example the issuer. A holder who keeps change is judged like one who acquires, since a
 * tear-off without inputs does not tell them apart.
 *
 * <p>A credential that is revoked, suspended or lapsed meets nothing: its holder acquires no more from then on. If a
 * holder has one that meets all requirements, others of the kind that do not are passed over.
 */
public final class PresentedCredentials implements TransferCheck {
    private static final String NAME = "countersign.identity.credentials";
    private static final String PRESENT = "present";
    private static final String JUDGED = "judged";

    private final Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    private final Set<CordaX500Name> exempt = new LinkedHashSet<>();
    private boolean givers;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Aspect aspect() {
        return Aspect.IDENTITY;
    }

    @Override
    public Set<FactKind> needs() {
        return EnumSet.of(FactKind.CLAIMS);
    }

    @Override
    public void configure(CheckConfiguration configuration) throws CheckConfigurationException {
        configuration.requireOnly("kinds", JUDGED, "exempt");
        for (String kind : configuration.texts("kinds")) {
            try {
                kinds.add(ClaimKind.valueOf(kind));
            } catch (IllegalArgumentException unknown) {
                throw configuration.wrong(
                        "kinds",
                        "has the item '" + kind + "'.",
                        "Give some of " + Arrays.toString(ClaimKind.values()) + ".");
            }
        }
        if (kinds.isEmpty()) {
            throw configuration.wrong("kinds", "names no kind.", "Give at least one, for example LEGAL_IDENTITY.");
        }
        for (String name : configuration.texts("exempt")) {
            try {
                exempt.add(CordaX500Name.parse(name));
            } catch (IllegalArgumentException wrong) {
                throw configuration.wrong(
                        "exempt",
                        "has the item '" + name + "'.",
                        "Give X.500 names, for example \"O=Issuer Bank,L=London,C=GB\".");
            }
        }
        String judged = configuration.has(JUDGED) ? configuration.text(JUDGED) : "acquirers";
        if (!judged.equals("acquirers") && !judged.equals("parties")) {
            throw configuration.wrong(JUDGED, "is '" + judged + "'.", "Give acquirers or parties.");
        }
        givers = judged.equals("parties");
    }

    @Override
    public List<Finding> check(TransferFacts facts) {
        Map<PublicKey, Party> judged = judged(facts);
        if (judged.isEmpty()) {
            return Collections.singletonList(new Finding(
                    NAME,
                    FindingResult.NOT_APPLICABLE,
                    "NOBODY_ACQUIRES",
                    "Nobody acquires a holding that credentials are needed for.",
                    Collections.emptyList()));
        }
        Map<String, Set<String>> objections = new LinkedHashMap<>();
        objections.put(PRESENT, new LinkedHashSet<>());
        for (CredentialRequirement requirement : CredentialRequirement.values()) {
            objections.put(word(requirement), new LinkedHashSet<>());
        }
        judged.forEach((key, party) -> object(facts.holder(key, party), objections));
        List<Finding> findings = new ArrayList<>();
        objections.forEach((requirement, reasons) -> findings.add(finding(requirement, reasons)));
        return findings;
    }

    private Map<PublicKey, Party> judged(TransferFacts facts) {
        Map<PublicKey, Party> judged = new LinkedHashMap<>();
        if (facts.getOperation() != Operation.REDEEM && facts.getOperation() != Operation.DEFINE) {
            for (HoldingFact output : facts.getOutputs()) {
                judged.put(output.getKey(), output.getHolder());
            }
        }
        if (givers) {
            judged.putAll(facts.getKeys());
        }
        judged.values().removeIf(party -> exempt.contains(party.getName()));
        return judged;
    }

    private void object(KnownHolder holder, Map<String, Set<String>> objections) {
        String name = holder.getParty().getName().getOrganisation();
        for (ClaimKind kind : kinds) {
            ClaimStanding standing = holder.standing(kind);
            if (standing == ClaimStanding.ABSENT) {
                objections.get(PRESENT).add(holder.absence().orElse(name + " has presented no " + kind + "."));
            } else if (standing != ClaimStanding.IN_FORCE) {
                for (VerifiedClaim claim : holder.getCredentials()) {
                    if (claim.getKind() == kind) {
                        claim.getUnmet()
                                .forEach(unmet -> objections
                                        .get(word(unmet))
                                        .add("The " + kind + " of " + name + " " + sentence(unmet) + "."));
                    }
                }
            }
        }
    }

    // Says nothing of what is claimed; that a credential is there and what is wrong with it the proposer is told.
    private static String sentence(CredentialRequirement unmet) {
        switch (unmet) {
            case STATUS_KNOWN:
                return "names a status list that its provider has not published";
            case NOT_EXPIRED:
                return "is not valid until the transaction can become final";
            case NOT_SUSPENDED:
                return "is suspended";
            case NOT_REVOKED:
                return "is revoked";
            case TRUSTED_ISSUER:
                return "is by a provider that is not accepted for it";
            case SIGNATURE:
                return "is not signed by the issuer that it names";
            case KEY_BINDING:
                return "is not presented by the key that it was issued to";
            case AUDIENCE:
                return "is presented to somebody else";
            default:
                return "is presented for another transaction";
        }
    }

    private static String word(CredentialRequirement requirement) {
        return requirement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Finding finding(String requirement, Set<String> reasons) {
        String code = requirement.toUpperCase(Locale.ROOT).replace('-', '_');
        return reasons.isEmpty()
                ? new Finding(
                        NAME + "." + requirement,
                        FindingResult.MET,
                        "CREDENTIALS_" + code,
                        "Holds for every credential that is needed.",
                        Collections.emptyList())
                : new Finding(
                        NAME + "." + requirement,
                        FindingResult.NOT_MET,
                        "CREDENTIALS_NOT_" + code.replace("NOT_", ""),
                        shortened(String.join(" ", reasons)),
                        Collections.emptyList());
    }

    private static String shortened(String text) {
        int most = 900;
        return text.length() <= most ? text : text.substring(0, most) + " and more.";
    }
}
