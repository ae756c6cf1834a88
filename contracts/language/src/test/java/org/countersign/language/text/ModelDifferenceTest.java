package org.countersign.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.countersign.contracts.validation.Operation;
import org.countersign.language.Sources;
import org.countersign.language.text.ModelDifference.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelDifferenceTest {
    @Test
    @DisplayName("Another layout, order or wording of the same requirements is no change")
    void wordingIsNoChange() {
        ModelDifference difference = compliance(
                Sources.share(
                        "on issue, transfer",
                        "require sanctions-clear",
                        "require not (maximum-holders 5 and maximum-concentration 10%)"),
                Sources.share(
                        "on transfer",
                        "require not maximum-concentration 10% or not maximum-holders 5",
                        "always",
                        "require when operation issue, transfer then sanctions-clear",
                        "require when operation issue then not (maximum-holders 5 and maximum-concentration 10%)"));

        assertThat(difference.getChanges()).isEmpty();
        assertThat(difference.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("A requirement that is left out makes it laxer where it was meant, and only there")
    void lessIsLaxer() {
        ModelDifference difference = compliance(
                Sources.share("always", "require sanctions-clear", "on transfer", "require lock-up-from-issue 40 days"),
                Sources.share("always", "require sanctions-clear"));

        assertThat(difference.getVerdicts())
                .containsEntry(Operation.ISSUE, Verdict.SAME)
                .containsEntry(Operation.TRANSFER, Verdict.LAXER)
                .containsEntry(Operation.REDEEM, Verdict.SAME);
        assertThat(difference.getChanges())
                .containsExactly("No longer required. On transfer: lock-up-from-issue 40 days.");
    }

    @Test
    @DisplayName("A further alternative makes it laxer, a further requirement stricter")
    void alternativesAreLaxer() {
        String before = Sources.share("require maximum-holders 5");
        String after = Sources.share("require maximum-holders 5 or sanctions-clear");

        assertThat(compliance(before, after).getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.LAXER);
        assertThat(compliance(after, before).getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.STRICTER);
        assertThat(compliance(Sources.share().replace("compliance\n\n", ""), before)
                        .getChanges())
                .containsExactly("Now required. Always: maximum-holders 5.");
    }

    @Test
    @DisplayName("A value by which a rule is more or less strict is told with what it was and what it is")
    void orderedParameters() {
        String five = Sources.share("require maximum-holders 5");
        String ten = Sources.share("require maximum-holders 10");
        String minimum = Sources.share("require minimum-transfer 5 units");
        String lower = Sources.share("require minimum-transfer 4 units");

        assertThat(compliance(five, ten).getVerdicts())
                .containsEntry(Operation.ISSUE, Verdict.LAXER)
                .containsEntry(Operation.TRANSFER, Verdict.LAXER);
        assertThat(compliance(five, ten).getChanges())
                .containsExactly("Laxer. Was: Always: maximum-holders 5. Is: Always: maximum-holders 10.");
        assertThat(compliance(ten, five).getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.STRICTER);
        assertThat(compliance(ten, five).getChanges())
                .containsExactly("Stricter. Was: Always: maximum-holders 10. Is: Always: maximum-holders 5.");
        assertThat(compliance(minimum, lower).getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.LAXER);
        assertThat(compliance(five, minimum).getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.DIFFERENT);
    }

    @Test
    @DisplayName("A shorter list of those who are allowed is stricter, one of those who are barred laxer")
    void lists() {
        String three = Sources.share("on issue", "require residence-allowed AT, DE, US");
        String two = Sources.share("on issue", "require residence-allowed US-NY, DE");
        String barred = Sources.share("on issue", "require residence-barred KP, IR");
        String fewer = Sources.share("on issue", "require residence-barred KP");

        assertThat(compliance(three, two).getVerdicts()).containsEntry(Operation.ISSUE, Verdict.STRICTER);
        assertThat(compliance(three, two).getChanges())
                .containsExactly("Stricter. Was: On issue: residence-allowed AT, DE, US."
                        + " Is: On issue: residence-allowed DE, US-NY.");
        assertThat(compliance(barred, fewer).getVerdicts()).containsEntry(Operation.ISSUE, Verdict.LAXER);
        assertThat(compliance(two, barred).getVerdicts()).containsEntry(Operation.ISSUE, Verdict.DIFFERENT);
    }

    @Test
    @DisplayName("A period is shorter than another one whatever its months are")
    void parametersAreCompared() {
        ModelDifference difference = compliance(
                Sources.share("on transfer", "require lock-up-from-acquisition 12 months"),
                Sources.share("on transfer", "require lock-up-from-acquisition 40 days"));

        assertThat(difference.getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.LAXER);
        assertThat(difference.getChanges())
                .containsExactly("Laxer. Was: On transfer: lock-up-from-acquisition 1 year."
                        + " Is: On transfer: lock-up-from-acquisition 40 days.");
        ModelDifference unclear = compliance(
                Sources.share("on transfer", "require lock-up-from-acquisition 1 month"),
                Sources.share("on transfer", "require lock-up-from-acquisition 30 days"));
        assertThat(unclear.getVerdicts()).containsEntry(Operation.TRANSFER, Verdict.DIFFERENT);
        assertThat(unclear.getChanges())
                .containsExactly(
                        "No longer required. On transfer: lock-up-from-acquisition 1 month.",
                        "Now required. On transfer: lock-up-from-acquisition 30 days.");
    }

    @Test
    @DisplayName("What changes outside the compliance section is told as sentences before and after")
    void termsAreCompared() {
        String before = Sources.share();
        String after = before.replace("1,000,000 units", "2,000,000 units")
                        .replace("\"compliance\"", "\"compliance\" on issue")
                        .replace("share\n", "share\n  votes 2\n")
                + "control\n  allow freeze\ndisclosure\n  report \"Accounts\" every 1 year to holders\n";

        assertThat(compliance(before.replace("compliance\n\n", ""), after.replace("compliance\n\n", ""))
                        .getChanges())
                .containsExactly(
                        "Was: At most 1,000,000 units can be outstanding at once."
                                + " Is: At most 2,000,000 units can be outstanding at once.",
                        "New: The votes that one unit gives: 2.",
                        "Was: The committee compliance attests compliance."
                                + " Is: The committee compliance attests compliance, for issue.",
                        "New: On an order, and without the holder's signature, the registrars can freeze.",
                        "New: The issuer owes Accounts to holders, every 1 year.");
    }

    private static ModelDifference compliance(String before, String after) {
        return new ModelDifference(Sources.model(before), Sources.model(after));
    }
}
