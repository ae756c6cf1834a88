package org.countersign.workflows.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/**
 * Claims as they stand in a document: lists of words as lists, truth values and levels as such, all else as text. In
 * {@link HolderClaims} they are texts.
 */
final class ClaimJson {
    private static final Set<String> LISTS = Collections.unmodifiableSet(new HashSet<>(
            Arrays.asList(HolderClaims.CITIZENSHIP, HolderClaims.TAX_RESIDENCE, HolderClaims.INVESTOR_CATEGORIES)));

    private ClaimJson() {}

    /** The value of a document for the text of a claim, which is well-formed. */
    static Object of(String name, String text) {
        if (LISTS.contains(name)) {
            return Arrays.asList(text.split(" "));
        }
        if (name.equals(HolderClaims.KYC_LEVEL)) {
            return Integer.valueOf(text);
        }
        return name.equals(HolderClaims.POLITICALLY_EXPOSED) ? (Object) Boolean.valueOf(text) : text;
    }

    /** The text of a claim for the value of a document. */
    static String text(String name, JsonNode value) throws MalformedException {
        if (LISTS.contains(name) && value.isArray()) {
            List<String> words = new ArrayList<>();
            for (JsonNode word : value) {
                if (!word.isTextual()) {
                    throw wrong(name);
                }
                words.add(word.asText());
            }
            return String.join(" ", words);
        }
        boolean fits = name.equals(HolderClaims.KYC_LEVEL)
                ? value.isIntegralNumber()
                : name.equals(HolderClaims.POLITICALLY_EXPOSED) ? value.isBoolean() : value.isTextual();
        if (LISTS.contains(name) || !fits) {
            throw wrong(name);
        }
        return value.asText();
    }

    private static MalformedException wrong(String name) {
        return new MalformedException("The claim " + name + " is not written as it must be.");
    }
}
