package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;

/** Whatever is done one after the other, as long as each step is permitted: no limit is ever broken. */
class PermittedSequenceTest {
    private static final int PERSONS = 6;
    private static final Period LOCK_UP = Period.ofDays(10);
    private static final Period MONTH = Period.ofMonths(1);
    private static final CompliancePolicy POLICY = new CompliancePolicy(new AllOf(Arrays.asList(
            new MaximumHoldersRule(4),
            new MaximumHoldersPerJurisdictionRule(2, Collections.singletonList("DE")),
            new MaximumHoldingRule(RuleTest.units("60")),
            new MinimumHoldingRule(RuleTest.units("5")),
            new MaximumSupplyRule(RuleTest.units("150")),
            new MaximumTransferRule(RuleTest.units("40")),
            new VolumePerPeriodRule(RuleTest.units("30"), MONTH),
            new LockUpFromAcquisitionRule(LOCK_UP),
            new LotSizeRule(RuleTest.units("5")))));

    /** One attempt: who deals with whom over how much, after how many days. */
    static final class Step {
        private final Operation operation;
        private final int giver;
        private final int taker;
        private final int quantity;
        private final int days;

        Step(Operation operation, int giver, int taker, int quantity, int days) {
            this.operation = operation;
            this.giver = giver;
            this.taker = taker;
            this.quantity = quantity;
            this.days = days;
        }

        @Override
        public String toString() {
            return "after " + days + " days " + operation + " of " + quantity + " from " + giver + " to " + taker;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, 2 * PERSONS - 1);
        return Combinators.combine(
                        Arbitraries.of(Operation.ISSUE, Operation.TRANSFER, Operation.TRANSFER, Operation.REDEEM),
                        keys,
                        keys,
                        Arbitraries.integers().between(1, 14).map(lots -> lots * 5 - (lots % 7 == 0 ? 1 : 0)),
                        Arbitraries.integers().between(0, 12))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 200)
    void noLimitIsBroken(@ForAll("steps") List<Step> steps) {
        Ledger ledger = new Ledger();
        for (Step step : steps) {
            ledger.attempt(step);
            ledger.assertLimits();
        }
    }

    /** Lots are kept as the ledger dates them; every person has two keys, and keys of one person are known to be so. */
    private static final class Ledger implements RegisterFigures {
        private final List<Lot> lots = new ArrayList<>();
        private final List<Object[]> disposals = new ArrayList<>();
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private Dealing dealing;

        private static PublicKey key(int index) {
            return TestNode.keys(2_000 + index).getPublic();
        }

        private static String[] claims(int index) {
            int person = index / 2;
            return new String[] {"person", "person-" + person, "residence", person % 2 == 0 ? "DE" : "CH"};
        }

        void attempt(Step step) {
            now = now.plusSeconds(step.days * 86_400L + 60);
            dealing = Dealing.of(step.operation)
                    .between(now.toString(), now.plusSeconds(30).toString());
            for (int index = 0; index < 2 * PERSONS; index++) {
                dealing.knowing(key(index), claims(index));
            }
            List<Lot> before = new ArrayList<>();
            List<Lot> after = new ArrayList<>();
            BigDecimal quantity = BigDecimal.valueOf(step.quantity);
            Instant until = now.plusSeconds(30);
            Instant issued = until;
            if (step.operation != Operation.ISSUE) {
                BigDecimal open = quantity;
                for (Lot lot : new ArrayList<>(lots)) {
                    if (lot.getHolder().equals(key(step.giver)) && open.signum() > 0) {
                        BigDecimal taken = lot.getQuantity().min(open);
                        open = open.subtract(taken);
                        before.add(lot);
                        issued = lot.getIssued();
                        BigDecimal rest = lot.getQuantity().subtract(taken);
                        if (rest.signum() > 0) {
                            after.add(new Lot(lot.getHolder(), rest, lot.getIssued(), lot.getAcquired()));
                        }
                    }
                }
                if (open.signum() > 0) {
                    return;
                }
            }
            if (step.operation != Operation.REDEEM) {
                after.add(new Lot(key(step.taker), quantity, issued, until));
            }
            before.forEach(lot ->
                    dealing.gives(lot.getHolder(), lot.getQuantity().toString(), lot.getIssued(), lot.getAcquired()));
            after.forEach(lot ->
                    dealing.gets(lot.getHolder(), lot.getQuantity().toString(), lot.getIssued(), lot.getAcquired()));
            if (POLICY.judge(dealing.registered(this)).getDecision() == Decision.HOLDS) {
                assertNothingLockedIsSold(step, before, after);
                lots.removeAll(before);
                lots.addAll(after);
                BigDecimal disposed =
                        NetMovement.of(dealing).changeOf(key(step.giver)).negate();
                if (disposed.signum() > 0 && step.giver / 2 != step.taker / 2 && step.operation == Operation.TRANSFER) {
                    disposals.add(new Object[] {step.giver / 2, now, disposed});
                }
            }
            dealing = null;
        }

        private void assertNothingLockedIsSold(Step step, List<Lot> before, List<Lot> after) {
            if (step.operation == Operation.TRANSFER && step.giver != step.taker) {
                for (Lot lot : before) {
                    boolean kept = after.contains(lot);
                    Instant free = lot.getAcquired()
                            .atZone(ZoneOffset.UTC)
                            .plus(LOCK_UP)
                            .toInstant();
                    boolean partOfItKept = after.stream()
                            .anyMatch(rest -> rest.getHolder().equals(lot.getHolder())
                                    && rest.getAcquired().equals(lot.getAcquired()));
                    assertThat(kept || partOfItKept || !now.isBefore(free)).isTrue();
                }
            }
        }

        void assertLimits() {
            assertThat(countHolders(claims -> true)).isLessThanOrEqualTo(4);
            assertThat(countHolders(
                            claims -> claims.residence().filter("DE"::equals).isPresent()))
                    .isLessThanOrEqualTo(2);
            assertThat(getOutstanding()).isLessThanOrEqualTo(RuleTest.units("150"));
            for (int person = 0; person < PERSONS; person++) {
                BigDecimal holding = holdingOf(key(2 * person));
                assertThat(holding.signum() == 0 || holding.compareTo(RuleTest.units("5")) >= 0)
                        .isTrue();
                assertThat(holding).isLessThanOrEqualTo(RuleTest.units("60"));
                Instant monthAgo = now.atZone(ZoneOffset.UTC).minus(MONTH).toInstant();
                assertThat(disposedOf(key(2 * person), monthAgo)).isLessThanOrEqualTo(RuleTest.units("30"));
            }
            lots.forEach(lot ->
                    assertThat(lot.getQuantity().remainder(RuleTest.units("5"))).isZero());
        }

        private BigDecimal change(int index) {
            return dealing == null ? BigDecimal.ZERO : NetMovement.of(dealing).changeOf(key(index));
        }

        private BigDecimal held(int index) {
            return lots.stream()
                    .filter(lot -> lot.getHolder().equals(key(index)))
                    .map(Lot::getQuantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .add(change(index));
        }

        private static int personOf(PublicKey holder) {
            for (int index = 0; index < 2 * PERSONS; index++) {
                if (key(index).equals(holder)) {
                    return index / 2;
                }
            }
            throw new AssertionError("Nobody has this key.");
        }

        private BigDecimal held(Predicate<HolderClaims> counted, int person) {
            HolderClaims claims =
                    new HolderClaims("person-" + person, Collections.singletonMap("residence", claims(2 * person)[3]));
            return counted.test(claims) ? held(2 * person).add(held(2 * person + 1)) : BigDecimal.ZERO;
        }

        @Override
        public BigDecimal getOutstanding() {
            return heldBy(claims -> true);
        }

        @Override
        public BigDecimal holdingOf(PublicKey holder) {
            return held(claims -> true, personOf(holder));
        }

        @Override
        public int countHolders(Predicate<HolderClaims> counted) {
            int count = 0;
            for (int person = 0; person < PERSONS; person++) {
                count += held(counted, person).signum();
            }
            return count;
        }

        @Override
        public BigDecimal heldBy(Predicate<HolderClaims> counted) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int person = 0; person < PERSONS; person++) {
                sum = sum.add(held(counted, person));
            }
            return sum;
        }

        @Override
        public BigDecimal disposedOf(PublicKey holder, Instant since) {
            int person = personOf(holder);
            BigDecimal sum = BigDecimal.ZERO;
            for (Object[] disposal : disposals) {
                if ((int) disposal[0] == person && !((Instant) disposal[1]).isBefore(since)) {
                    sum = sum.add((BigDecimal) disposal[2]);
                }
            }
            return dealing == null
                    ? sum
                    : sum.subtract(NetMovement.of(dealing)
                            .changeOfPerson(holder, dealing)
                            .min(BigDecimal.ZERO));
        }
    }
}
