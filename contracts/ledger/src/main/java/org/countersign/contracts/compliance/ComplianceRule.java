package org.countersign.contracts.compliance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/**
 * One rule of compliance, with its parameters; one class and one test class each. The rule does not say for which
 * operations, investors or jurisdictions it is meant: {@link When} does.
 *
 * <p>Rules are values: immutable, equal by their {@link #describe() text}, without clock, randomness or input of their
 * own. To add one: extend this class, add its description to {@link RuleCatalogue}, write its test.
 */
public abstract class ComplianceRule implements ComplianceCondition {
    /** The prefix of the requirement's name in findings; the rule's word follows. */
    public static final String REQUIREMENT = "compliance.";

    /**
     * The rule as the catalogue has it.
     *
     * @return always the same object for one class
     */
    public abstract RuleDescription getDescription();

    /**
     * The values of this rule's parameters.
     *
     * @return in the order of the description's parameters, each as {@link RuleDescription#checked} gave it
     */
    public abstract List<Object> arguments();

    /**
     * Judges a transaction by this rule alone.
     *
     * @param facts what is known of it
     * @return MET, NOT_MET, NOT_APPLICABLE if the rule says nothing about the transaction, or UNDECIDED if facts are
     *     missing; the requirement's name is {@code compliance.} and the word; the text gives the actual and the
     *     allowed but no secret of a party, which belong into the figures
     */
    public abstract Finding evaluate(ComplianceFacts facts);

    /**
     * Judges a transaction by this rule alone, without saying why. A rule that can do so at less cost than
     * {@link #evaluate} may override it.
     *
     * @param facts what is known of it
     * @return the decision that the finding of {@link #evaluate} stands for
     */
    public Decision decide(ComplianceFacts facts) {
        return new RuleFinding(this, evaluate(facts)).getDecision();
    }

    /**
     * Whether what the rule says of several acquirers or disposers at once is, at its place in a policy, what it would
     * say of each pair of them, or stricter. A rule that must hold of everybody is laxer where it is negated: then one
     * party who does not meet it lets all others in.
     *
     * @param movement who acquires and who disposes
     * @param demanded whether the rule's holding helps the policy to hold; false within an odd number of {@link Not}
     *     and premises of {@link When}
     * @return true for whatever moves between one giver and one taker
     */
    boolean judgesSeveral(NetMovement movement, boolean demanded) {
        return demanded || movement.isOneOfEach(movement.getDealers());
    }

    /**
     * The rule's word in the catalogue.
     *
     * @return lower case with hyphens, for example {@code lock-up-from-issue}
     */
    public final String getWord() {
        return getDescription().getWord();
    }

    /**
     * Who can decide the rule.
     *
     * @return PUBLIC only if the transaction and the definition decide it alone
     */
    public final Reach getReach() {
        return getDescription().getReach();
    }

    @Override
    public final Decision judge(ComplianceFacts facts, List<RuleFinding> findings) {
        RuleFinding finding = new RuleFinding(this, evaluate(facts));
        findings.add(finding);
        return finding.getDecision();
    }

    @Override
    public final List<ComplianceCondition> getParts() {
        return Collections.emptyList();
    }

    /**
     * The word and all parameters with their names, for example {@code maximum-holders (count: 150)}.
     *
     * @return one line, equal for equal rules and different for different ones
     */
    @Override
    public final String describe() {
        return getDescription().write(arguments());
    }

    @Override
    public final boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && describe().equals(((ComplianceRule) other).describe());
    }

    @Override
    public final int hashCode() {
        return describe().hashCode();
    }

    @Override
    public final String toString() {
        return describe();
    }

    /**
     * The finding that the rule is met.
     *
     * @param reason why, in a sentence without secrets
     * @param figures what was compared
     * @return MET
     */
    protected final Finding met(String reason, Figure... figures) {
        return finding(FindingResult.MET, "MET", reason, figures);
    }

    /**
     * The finding that the rule is not met.
     *
     * @param reasonCode why, for programs, in capitals
     * @param reason why, in a sentence without secrets
     * @param figures what was compared
     * @return NOT_MET
     */
    protected final Finding notMet(String reasonCode, String reason, Figure... figures) {
        return finding(FindingResult.NOT_MET, reasonCode, reason, figures);
    }

    /**
     * The finding that the rule says nothing about the transaction.
     *
     * @param reason why, in a sentence
     * @return NOT_APPLICABLE
     */
    protected final Finding notApplicable(String reason) {
        return finding(FindingResult.NOT_APPLICABLE, "NOT_APPLICABLE", reason);
    }

    /**
     * The finding that facts are missing.
     *
     * @param reason which, in a sentence
     * @return UNDECIDED
     */
    protected final Finding undecided(String reason) {
        return finding(FindingResult.UNDECIDED, "FACTS_MISSING", reason);
    }

    /**
     * What comes of a rule that was judged for several holders: not met before undecided, before met.
     *
     * @param findings one a holder, in their order
     * @param none what comes of it if there is nobody to judge it for
     * @return the first of the worst
     */
    protected final Finding worstOf(Collection<Finding> findings, Finding none) {
        Finding worst = none;
        for (Finding finding : findings) {
            if (worst == none || badness(finding) > badness(worst)) {
                worst = finding;
            }
        }
        return worst;
    }

    private static int badness(Finding finding) {
        return Arrays.asList(
                        FindingResult.NOT_APPLICABLE, FindingResult.MET, FindingResult.UNDECIDED, FindingResult.NOT_MET)
                .indexOf(finding.getResult());
    }

    private Finding finding(FindingResult result, String reasonCode, String reason, Figure... figures) {
        return new Finding(REQUIREMENT + getWord(), result, reasonCode, reason, Arrays.asList(figures));
    }
}
