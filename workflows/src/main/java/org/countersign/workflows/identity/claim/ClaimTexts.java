package org.countersign.workflows.identity.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.countersign.contracts.Rules;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.identity.Lei;

/**
 * How the texts of claims are written, see {@link HolderClaims}. A provider issues nothing else, and an authority takes
 * a credential with anything else for malformed, so that no rule stumbles over a claim.
 */
public final class ClaimTexts {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_WORDS = 20;
    private static final String LEVEL = "[1-9]";

    private ClaimTexts() {}

    /**
     * Checks the claims of one kind.
     *
     * @param kind the kind
     * @param values the claims by name; of the kind's claims any that are known, but not none
     * @throws IllegalArgumentException if a claim is not of the kind or not written as it must be; the message says
     *     how, without the value, which may be personal
     */
    public static void check(ClaimKind kind, Map<String, String> values) {
        require(!values.isEmpty(), "A credential of " + kind + " claims at least one of " + kind.getClaims() + ".");
        values.forEach((name, text) -> {
            require(
                    kind.getClaims().contains(name),
                    "A credential of " + kind + " claims " + kind.getClaims() + " and not '" + name + "'.");
            check(name, text);
        });
        if (values.containsKey(HolderClaims.INVESTOR_CATEGORIES)) {
            for (String category : values.get(HolderClaims.INVESTOR_CATEGORIES).split(" ")) {
                String rule = HolderClaims.ruleClaim(InvestorCategory.valueOf(category));
                require(
                        values.containsKey(rule),
                        "The category " + category + " names the rule of law that it rests on, as " + rule + ".");
            }
        }
    }

    private static void check(String name, String text) {
        switch (name) {
            case HolderClaims.LEI:
                new Lei(text);
                break;
            case HolderClaims.RESIDENCE:
                new Jurisdiction(text);
                break;
            case HolderClaims.CITIZENSHIP:
            case HolderClaims.TAX_RESIDENCE:
                words(
                        name,
                        text,
                        code -> require(
                                !new Jurisdiction(code).isSubdivision(),
                                name + " names countries, not parts of them."));
                break;
            case HolderClaims.INVESTOR_CATEGORIES:
                words(name, text, ClaimTexts::category);
                break;
            case HolderClaims.KYC_LEVEL:
                require(text.matches(LEVEL), "A " + name + " is a whole number from 1 to 9.");
                break;
            case HolderClaims.KYC_CHECKED:
                temporal(name, "an instant such as 2026-03-01T09:00:00Z", () -> Instant.parse(text));
                break;
            case HolderClaims.BIRTH_DATE:
                temporal(name, "a date such as 1980-12-31", () -> LocalDate.parse(text));
                break;
            case HolderClaims.POLITICALLY_EXPOSED:
                require(text.equals("true") || text.equals("false"), name + " is true or false.");
                break;
            default:
                require(Rules.isReadable(text, LONGEST_NAME), "A " + name + " has 1 to 200 readable characters.");
        }
    }

    private static void category(String word) {
        require(
                Arrays.stream(InvestorCategory.values())
                        .anyMatch(known -> known.name().equals(word)),
                "An investor category is one of " + Arrays.toString(InvestorCategory.values()) + ".");
    }

    private static void words(String name, String text, Consumer<String> each) {
        String[] words = text.split(" ", -1);
        require(words.length <= MOST_WORDS, name + " has more than " + MOST_WORDS + " words.");
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            each.accept(word);
            require(seen.add(word), name + " has a word twice.");
        }
    }

    private static void temporal(String name, String form, Runnable parsing) {
        try {
            parsing.run();
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("A " + name + " is " + form + ".");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
