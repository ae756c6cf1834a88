package org.countersign.contracts.definition;

import static org.countersign.contracts.Rules.broken;
import static org.countersign.contracts.Rules.check;

import java.security.PublicKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import net.corda.core.contracts.CommandData;
import net.corda.core.contracts.TimeWindow;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.validation.Operation;

/**
 * The rules by which a definition is amended: in two steps, so that those who hold the security know beforehand by what
 * it will move. They need nothing but the two versions, the command and the time-window, so that whoever verifies an
 * ownership proof asks the same. That the committees approve, {@code Attestations} sees to.
 */
public final class AmendmentRules {
    /** Who buys a security knows who can change it, and how long before. */
    public static final String AMENDMENT_TERMS =
            "A definition that can be amended names a committee for AMEND and a notice of 1 day to 10 years.";
    /** What could not be changed when it was bought cannot be changed later. */
    public static final String AMENDABLE = "Only a definition that says how it is amended can be amended.";
    /** Holders could not tell which of two is coming. */
    public static final String ONE_AMENDMENT =
            "Announce announces an amendment where none is announced, Complete and Withdraw end one that is.";
    /** Who does not agree has time to leave. */
    public static final String NOTICE_KEPT =
            "An amendment takes effect no sooner than the notice of the definition in force after its announcement's"
                    + " time-window has closed.";
    /** The announcement is the notice; nothing comes before its time. */
    public static final String IN_EFFECT =
            "An amendment is completed in a time-window that begins when it takes effect or later.";
    /** A security in the place of another would be no amendment. */
    public static final String SAME_SECURITY =
            "An amendment keeps symbol, currency, denomination and fraction digits, and an ISIN once it is given.";
    /** The register is with those who have kept it; their members change by reform of the committee. */
    public static final String SAME_REGISTER = "An amendment keeps the segment and the registrars' committee.";
    /** An announcement of nothing would only cancel what is in flight. */
    public static final String SOMETHING_AMENDED = "An amendment changes what the definition says.";
    /** What was approved and announced is what comes. */
    public static final String ONLY_AMENDED =
            "Announce, Complete and Withdraw change what their names say and the version by one, and nothing else.";
    /** The obligor agrees to what it owes. */
    public static final String ISSUER_AMENDS = "The issuer signs the announcement, completion or withdrawal.";

    private static final int LONGEST_MONTH_DAYS = 31;
    private static final int LONGEST_NOTICE_DAYS = 10 * 12 * LONGEST_MONTH_DAYS;

    private AmendmentRules() {}

    /**
     * Verifies one step of an amendment.
     *
     * @param before the version before
     * @param after the version after
     * @param command {@code Announce}, {@code Complete} or {@code Withdraw}
     * @param signers who has to sign the command
     * @param window the transaction's time-window, with both ends
     * @throws IllegalArgumentException with the rule that is broken
     */
    public static void verify(
            SecurityDefinitionState before,
            SecurityDefinitionState after,
            CommandData command,
            List<PublicKey> signers,
            TimeWindow window) {
        check(ISSUER_AMENDS, signers.contains(before.getIssuer().getOwningKey()));
        if (command instanceof SecurityDefinitionCommand.Announce) {
            check(AMENDABLE, before.getAmendmentNotice() != null);
            check(ONE_AMENDMENT, before.getAnnounced() == null && after.getAnnounced() != null);
            check(ONLY_AMENDED, after.equals(before.withAnnounced(after.getAnnounced())));
            verifyAnnounced(before, after.getAnnounced(), window.getUntilTime());
        } else if (command instanceof SecurityDefinitionCommand.Complete) {
            check(ONE_AMENDMENT, before.getAnnounced() != null);
            check(ONLY_AMENDED, after.equals(before.amended()));
            check(
                    IN_EFFECT,
                    !window.getFromTime().isBefore(before.getAnnounced().getEffective()));
        } else if (command instanceof SecurityDefinitionCommand.Withdraw) {
            check(ONE_AMENDMENT, before.getAnnounced() != null);
            check(ONLY_AMENDED, after.equals(before.withoutAnnounced()));
        } else {
            throw broken(SecurityDefinitionContract.ONE_COMMAND);
        }
    }

    private static void verifyAnnounced(SecurityDefinitionState before, Amendment amendment, Instant closes) {
        verifyProvisions(before, amendment.getProvisions());
        check(NOTICE_KEPT, !amendment.getEffective().isBefore(earliest(before, closes)));
    }

    /**
     * Verifies what is to take the place of what a definition says, whenever it is to. Nodes ask it too, before people
     * approve what nobody could announce.
     *
     * @param before the definition in force
     * @param then what it is to say
     * @throws IllegalArgumentException with the rule that is broken
     */
    public static void verifyProvisions(SecurityDefinitionState before, Provisions then) {
        Provisions now = before.provisions();
        verifyTerms(then);
        check(SAME_SECURITY, isSameSecurity(now.getTerms(), then.getTerms()));
        check(
                SAME_REGISTER,
                now.getValidationPolicy()
                                .getSegment()
                                .equals(then.getValidationPolicy().getSegment())
                        && SelfCertifyingId.same(
                                now.getValidationPolicy().ownership().getCommittee(),
                                then.getValidationPolicy().ownership().getCommittee()));
        check(SOMETHING_AMENDED, !now.equals(then));
    }

    /**
     * Verifies how a definition can be amended, if it can.
     *
     * @param provisions what it says
     * @throws IllegalArgumentException with {@link #AMENDMENT_TERMS} if it names no approval, or an impossible notice
     */
    static void verifyTerms(Provisions provisions) {
        Period notice = provisions.getAmendmentNotice();
        check(
                AMENDMENT_TERMS,
                notice == null
                        || isBounded(notice)
                                && provisions.getValidationPolicy().getRequirements().stream()
                                        .anyMatch(requirement ->
                                                requirement.getOperations().contains(Operation.AMEND)));
    }

    // Without any notice holders would learn of a change by what they can no longer do.
    private static boolean isBounded(Period notice) {
        return !notice.isNegative()
                && !notice.isZero()
                && notice.toTotalMonths() * LONGEST_MONTH_DAYS + notice.getDays() <= LONGEST_NOTICE_DAYS;
    }

    private static boolean isSameSecurity(SecurityTerms now, SecurityTerms then) {
        return now.getSymbol().equals(then.getSymbol())
                && now.getCurrency().equals(then.getCurrency())
                && now.getDenomination().compareTo(then.getDenomination()) == 0
                && now.getFractionDigits() == then.getFractionDigits()
                && (now.getIsin() == null || now.getIsin().equals(then.getIsin()));
    }

    /**
     * When an amendment can take effect at the earliest.
     *
     * @param definition the definition in force, which can be amended
     * @param closes the end of the time-window of the announcement
     * @return that moment and the notice after it, in days and months of the calendar in UTC
     */
    public static Instant earliest(SecurityDefinitionState definition, Instant closes) {
        return closes.atZone(ZoneOffset.UTC)
                .plus(definition.getAmendmentNotice())
                .toInstant();
    }
}
