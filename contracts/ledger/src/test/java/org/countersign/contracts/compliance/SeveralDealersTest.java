package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.contracts.compliance.Dealing.ALICE;
import static org.countersign.contracts.compliance.Dealing.BOB;
import static org.countersign.contracts.compliance.Dealing.CAROL;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.contracts.LedgerTest;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who deals beside a clean second party is judged as it would be alone. */
class SeveralDealersTest extends LedgerTest {
    private static final PublicKey DAVE = TestNode.keys(904).getPublic();
    private static final ComplianceCondition NOT_BLOCKED =
            new Not(new ClaimsAttestedRule(Collections.singletonList("blocked")));
    private static final ComplianceCondition NO_RETAIL =
            new Not(new InvestorCategoryRule(Collections.singletonList("RETAIL")));
    private static final ComplianceCondition AFFILIATES_SLOWLY = new When(
            new DisposerClaimValueRule("affiliate", Collections.singletonList("yes")),
            new VolumeSharePerPeriodRule(new BigDecimal("0.01"), Period.ofMonths(3)));

    private static Dealing sale() {
        return Dealing.of(Operation.TRANSFER).gives(ALICE, "10").gets(BOB, "9");
    }

    private static Finding whole(ComplianceCondition condition, Dealing facts) {
        List<Finding> told = new CompliancePolicy(condition).judge(facts).toFindings();
        return told.get(told.size() - 1);
    }

    private static void refused(ComplianceCondition condition, Dealing facts, String rule) {
        assertThat(whole(condition, facts).getResult()).isEqualTo(FindingResult.NOT_MET);
        assertThat(whole(condition, facts).getReasonCode()).isEqualTo(ComplianceReport.SEVERAL_DEALERS);
        assertThat(whole(condition, facts).getReason())
                .contains("one giver and one taker", "make one transaction for each: " + rule);
    }

    @Test
    @DisplayName("Who must not acquire gets in beside nobody who may")
    void twoAcquirersUnderNot() {
        Dealing alone = sale().knowing(BOB, "blocked", "yes");
        assertThat(whole(NOT_BLOCKED, alone).getReasonCode()).isEqualTo("FAILS");
        refused(NOT_BLOCKED, sale().gets(CAROL, "1").knowing(BOB, "blocked", "yes"), "claims-attested");

        Dealing retail = sale().gets(CAROL, "1")
                .knowing(BOB, "investor_categories", "RETAIL")
                .knowing(CAROL, "investor_categories", "PROFESSIONAL");
        refused(NO_RETAIL, retail, "investor-category");
    }

    @Test
    @DisplayName("A limit for affiliates is not switched off by a seller beside them who is none")
    void twoDisposersUnderWhen() {
        Dealing two =
                sale().gives(CAROL, "1").knowing(ALICE, "affiliate", "yes").knowing(CAROL, "affiliate", "no");
        refused(AFFILIATES_SLOWLY, two, "disposer-claim-value");
        // What an outer negation makes of it does not matter.
        refused(new Not(AFFILIATES_SLOWLY), two, "volume-share-per-period");
    }

    @Test
    @DisplayName("What one of several may meet is not enough where it is demanded")
    void twoAcquirersOfWhomOneIsRecognised() {
        ComplianceCondition american = new AcquirerResidenceRule(Collections.singletonList("US"));
        Dealing two = sale().gets(CAROL, "1").knowing(BOB, "residence", "US").knowing(CAROL, "residence", "DE");
        refused(american, two, "acquirer-residence");
        assertThat(whole(new Not(american), two).getReasonCode()).isEqualTo("FAILS");
    }

    @Test
    @DisplayName("One giver and one taker are judged by every composition, with change and several holdings")
    void oneOfEach() {
        Dealing one = sale().gives(ALICE, "5").gets(ALICE, "5").gets(BOB, "1").knowing(BOB, "residence", "DE");
        assertThat(whole(NOT_BLOCKED, one).getResult()).isEqualTo(FindingResult.MET);
        assertThat(whole(new When(NO_RETAIL, NOT_BLOCKED), one).getResult()).isEqualTo(FindingResult.MET);
    }

    @Test
    @DisplayName("Many can get an issue at once where rules are demanded of each of them, or of nobody in particular")
    void manyTakers() {
        Dealing issue = Dealing.of(Operation.ISSUE).knowing(ALICE);
        for (int taker = 0; taker < 148; taker++) {
            PublicKey key = TestNode.keys(1_000 + taker).getPublic();
            issue.gets(key, "10").knowing(key, "residence", "DE", "investor_categories", "RETAIL");
        }
        ComplianceCondition policy = new AllOf(Arrays.asList(
                new When(
                        new OperationRule(Collections.singletonList("ISSUE")),
                        new ResidenceAllowedRule(Collections.singletonList("DE"))),
                new When(
                        new AcquirerCategoryRule(Collections.singletonList("RETAIL")),
                        new MaximumTransferRule(new BigDecimal("10"))),
                // Of disposers there are none.
                new Not(new DisposerResidenceRule(Collections.singletonList("KP"))),
                new When(
                        new DisposerClaimValueRule("affiliate", Collections.singletonList("yes")),
                        new MinimumTransferRule(BigDecimal.ONE))));
        assertThat(whole(policy, issue).getResult()).isEqualTo(FindingResult.MET);
    }

    @Provide
    Arbitrary<ComplianceCondition> conditions() {
        return conditions(3);
    }

    private static Arbitrary<ComplianceCondition> conditions(int depth) {
        Arbitrary<ComplianceCondition> rules = Arbitraries.of(
                new AccreditedRule(),
                new MaximumTransferRule(new BigDecimal("10")),
                new AcquirerResidenceRule(Collections.singletonList("US")),
                new ResidenceBarredRule(Collections.singletonList("US")),
                new DisposerResidenceRule(Collections.singletonList("US")),
                new DisposerClaimsAttestedRule(Collections.singletonList("residence")),
                new DeniedKeysRule(Collections.singletonList(KeyFingerprint.of(ALICE))),
                new OperationRule(Collections.singletonList("TRANSFER")));
        if (depth == 0) {
            return rules;
        }
        Arbitrary<ComplianceCondition> parts = conditions(depth - 1);
        return Arbitraries.oneOf(
                rules,
                parts.list().ofMinSize(1).ofMaxSize(3).map(AllOf::new),
                parts.list().ofMinSize(1).ofMaxSize(3).map(AnyOf::new),
                parts.map(Not::new),
                Combinators.combine(parts, parts).as(When::new));
    }

    @Property(tries = 1_000)
    @Label("What two givers and two takers may do at once, each of them may do with each other")
    void noPairIsLetInByAnother(
            @ForAll("conditions") ComplianceCondition condition,
            @ForAll("residences") List<String> residences,
            @ForAll("quantities") List<String> quantities) {
        PublicKey[] keys = {ALICE, BOB, CAROL, DAVE};
        Decision together = decide(condition, residences, quantities, keys);
        Assume.that(together == Decision.HOLDS);
        for (PublicKey giver : Arrays.asList(ALICE, BOB)) {
            for (PublicKey taker : Arrays.asList(CAROL, DAVE)) {
                assertThat(decide(condition, residences, quantities, giver, taker))
                        .isEqualTo(Decision.HOLDS);
            }
        }
    }

    private static Decision decide(
            ComplianceCondition condition, List<String> residences, List<String> quantities, PublicKey... dealing) {
        List<PublicKey> keys = Arrays.asList(ALICE, BOB, CAROL, DAVE);
        Dealing facts = Dealing.of(Operation.TRANSFER);
        for (PublicKey key : dealing) {
            int index = keys.indexOf(key);
            if (index < 2) {
                facts.gives(key, quantities.get(index));
            } else {
                facts.gets(key, quantities.get(index));
            }
            String residence = residences.get(index);
            if (residence.isEmpty()) {
                facts.knowing(key);
            } else {
                facts.knowing(
                        key, "residence", residence, "investor_categories", index % 2 == 0 ? "RETAIL" : "ACCREDITED");
            }
        }
        return new CompliancePolicy(condition).judge(facts).getDecision();
    }

    @Provide
    Arbitrary<List<String>> residences() {
        return Arbitraries.of("", "US", "DE").list().ofSize(4);
    }

    @Provide
    Arbitrary<List<String>> quantities() {
        return Arbitraries.of("1", "10", "11").list().ofSize(4);
    }
}
