package org.countersign.workflows.validation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.serialization.CordaSerializable;
import org.countersign.contracts.Rules;

/** Why one authority did not attest. */
@CordaSerializable
public final class Refusal {
    /** The transaction references a definition or committee that has been superseded; a rebuilt one may pass. */
    public static final String SUPERSEDED = "SUPERSEDED";
    /** The authority sent something that is no valid answer. */
    public static final String MISBEHAVED = "MISBEHAVED";
    /**
     * The authority has judged the transaction and a check of the aspect failed. What an authority judges on a tear-off
     * it seals; the word binds it, and it attests the transaction at no later time.
     */
    public static final String CHECK_FAILED = "CHECK_FAILED";
    /** The request was malformed or showed too much or too little. */
    public static final String BAD_REQUEST = "BAD_REQUEST";
    /** The authority has no check of the aspect in force, and so nothing to judge by. */
    public static final String NO_CHECK = "NO_CHECK";

    /**
     * The authority's operator has not affirmed the measure or amendment that the transaction carries out; it may do so
     * later.
     */
    public static final String NOT_AFFIRMED = "NOT_AFFIRMED";

    /** The notary refuses, and not because of what was superseded: a registrar repeats it and answers for nothing. */
    public static final String REFUSED_BY_NOTARY = "REFUSED_BY_NOTARY";
    /** The notary says that a definition or committee has been superseded; a rebuilt transaction may pass. */
    public static final String SUPERSEDED_AT_NOTARY = "SUPERSEDED_AT_NOTARY";

    private static final Set<String> CODES = new HashSet<>(Arrays.asList(
            SUPERSEDED,
            MISBEHAVED,
            CHECK_FAILED,
            BAD_REQUEST,
            NO_CHECK,
            NOT_AFFIRMED,
            REFUSED_BY_NOTARY,
            SUPERSEDED_AT_NOTARY));
    private static final int LONGEST = 1_000;

    private final CordaX500Name member;
    private final String code;
    private final String reason;

    /**
     * Creates a refusal.
     *
     * @param member who refused
     * @param code one of the constants of this class, for programs
     * @param reason a sentence for people
     */
    public Refusal(CordaX500Name member, String code, String reason) {
        this.member = Objects.requireNonNull(member, "member");
        this.code = Objects.requireNonNull(code, "code");
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * What somebody else's node said, in a form that can stand in front of people: its text is cut to 1,000 characters
     * and freed of what steers a terminal, and a code that nobody agreed on counts as a malformed answer.
     *
     * @param member who was asked, which is not for the answer to say
     * @param code the code that came
     * @param reason the sentence that came
     * @return the refusal
     */
    public static Refusal heard(CordaX500Name member, String code, String reason) {
        String cut = reason.substring(0, Math.min(reason.length(), LONGEST));
        StringBuilder readable = new StringBuilder(cut.length());
        cut.codePoints().forEach(character -> {
            String one = new String(Character.toChars(character));
            readable.append(one.equals(" ") || Rules.isReadable(one, one.length()) ? one : "?");
        });
        return new Refusal(member, CODES.contains(code) ? code : MISBEHAVED, readable.toString());
    }

    /**
     * What stands for the answer of somebody whose conversation failed.
     *
     * @param member who was asked
     * @param failure how the conversation ended
     * @return a refusal with the words of the innermost cause, or its kind if it has none
     */
    public static Refusal brokenOff(CordaX500Name member, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String words = cause.getMessage() == null
                ? "The conversation ended with " + cause.getClass().getSimpleName() + "."
                : cause.getMessage();
        return heard(member, BAD_REQUEST, words);
    }

    /** Who refused. */
    public CordaX500Name getMember() {
        return member;
    }

    /** The kind of refusal, for programs. */
    public String getCode() {
        return code;
    }

    /** Whether what the transaction references is out of date, whoever says so; a rebuilt one may pass. */
    public boolean isSuperseded() {
        return code.equals(SUPERSEDED) || code.equals(SUPERSEDED_AT_NOTARY);
    }

    /** The reason, for people. */
    public String getReason() {
        return reason;
    }

    @Override
    public String toString() {
        return member.getOrganisation() + ": " + reason;
    }
}
