package org.countersign.oracles.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.contracts.UniqueIdentifier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.contracts.compliance.AllOf;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.compliance.Lot;
import org.countersign.contracts.compliance.MaximumHoldersPerJurisdictionRule;
import org.countersign.contracts.compliance.MaximumHoldersRule;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.HolderClaims;
import org.countersign.contracts.validation.Operation;
import org.countersign.oracles.validation.Cast;
import org.countersign.workflows.compliance.RegisterQuestion;
import org.countersign.workflows.compliance.RegisterTold;

/**
 * Whatever is done one after the other, each step permitted by what a registrar told of its register: there are never
 * more holders than the limits allow. Five persons have three keys each; who a person's third key belongs to the
 * authority does not know, so that it can only count too many. {@code PermittedSequenceTest} of the contracts asks the
 * same of the rules alone, with a register that knows everybody.
 */
class CountedSequenceTest {
    private static final int PERSONS = 5;
    private static final int KEYS_EACH = 3;
    private static final int MOST_HOLDERS = 3;
    private static final int MOST_GERMANS = 1;
    private static final int FRACTION_DIGITS = 2;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SecurityTerms TERMS = new SecurityTerms(
            "ACME", null, "ACME plc", "GBP", BigDecimal.ONE, new BigDecimal("1000000"), FRACTION_DIGITS);
    private static final CompliancePolicy POLICY = new CompliancePolicy(new AllOf(Arrays.asList(
            new MaximumHoldersRule(MOST_HOLDERS),
            new MaximumHoldersPerJurisdictionRule(MOST_GERMANS, Collections.singletonList("DE")))));
    private static final List<PublicKey> KEYS = keys();

    private static List<PublicKey> keys() {
        List<PublicKey> keys = new ArrayList<>();
        for (int index = 0; index < PERSONS * KEYS_EACH; index++) {
            keys.add(Cast.party("Counted " + index, "DE").getOwningKey());
        }
        return keys;
    }

    private static String residence(int person) {
        return person % 2 == 0 ? "DE" : "CH";
    }

    /** One attempt: who deals with whom over how much. */
    static final class Step {
        private final Operation operation;
        private final int giver;
        private final int taker;
        private final long quantity;

        Step(Operation operation, int giver, int taker, long quantity) {
            this.operation = operation;
            this.giver = giver;
            this.taker = taker;
            this.quantity = quantity;
        }

        @Override
        public String toString() {
            return operation + " of " + quantity + " from " + giver + " to " + taker;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, KEYS.size() - 1);
        return Combinators.combine(
                        Arbitraries.of(Operation.ISSUE, Operation.TRANSFER, Operation.TRANSFER, Operation.REDEEM),
                        keys,
                        keys,
                        Arbitraries.longs().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    @Label("no sequence of permitted operations makes more holders than the limits allow")
    void noLimitIsBroken(@ForAll("steps") List<Step> steps) {
        Register register = new Register(2);
        for (Step step : steps) {
            register.attempt(step);
            assertThat(register.holders(null)).isLessThanOrEqualTo(MOST_HOLDERS);
            assertThat(register.holders("DE")).isLessThanOrEqualTo(MOST_GERMANS);
        }
    }

    @Property(tries = 500)
    @Label("where all keys are known, what is counted is what there is: persons and not their accounts")
    void thePersonsAreCounted(@ForAll("steps") List<Step> steps) {
        Register register = new Register(KEYS_EACH);
        for (Step step : steps) {
            register.attempt(step);
            CountedRegister counted = register.counted(
                    register.question(Collections.emptySet()), Collections.emptyList(), Collections.emptyList());
            assertThat(counted.countHolders(claims -> true)).isEqualTo(register.holders(null));
            assertThat(counted.countHolders(CountedSequenceTest::isGerman)).isEqualTo(register.holders("DE"));
            BigDecimal german = BigDecimal.ZERO;
            for (int person = 0; person < PERSONS; person++) {
                for (int key = 0; key < KEYS_EACH; key++) {
                    assertThat(counted.holdingOf(KEYS.get(person * KEYS_EACH + key)))
                            .isEqualByComparingTo(register.heldBy(person));
                }
                german = german.add("DE".equals(residence(person)) ? register.heldBy(person) : BigDecimal.ZERO);
            }
            assertThat(counted.heldBy(CountedSequenceTest::isGerman)).isEqualByComparingTo(german);
        }
    }

    private static boolean isGerman(HolderClaims claims) {
        return claims.residence().filter("DE"::equals).isPresent();
    }

    @Example
    @Label("a holder with two accounts is counted once, and the limit is met with as many persons, not fewer")
    void twoAccountsAreOneHolder() {
        Register register = new Register(2);
        // The first German, and two Swiss, with two accounts each; then another Swiss would be one too many.
        for (int key : new int[] {0, 1, 3, 4, 9, 10}) {
            assertThat(register.attempt(new Step(Operation.ISSUE, 0, key, 100))).isTrue();
        }
        assertThat(register.holders(null)).isEqualTo(MOST_HOLDERS);
        assertThat(register.attempt(new Step(Operation.ISSUE, 0, 6, 100))).isFalse();
        // The account of which it is not known whose it is counts for itself, though it is the first German's.
        assertThat(register.attempt(new Step(Operation.TRANSFER, 0, 2, 1))).isFalse();
        // Two accounts emptied into one change nothing; a holder that leaves makes room for another.
        assertThat(register.attempt(new Step(Operation.TRANSFER, 4, 3, 100))).isTrue();
        assertThat(register.attempt(new Step(Operation.ISSUE, 0, 6, 100))).isFalse();
        assertThat(register.attempt(new Step(Operation.TRANSFER, 3, 9, 200))).isTrue();
        assertThat(register.holders(null)).isEqualTo(MOST_HOLDERS - 1);
        assertThat(register.attempt(new Step(Operation.ISSUE, 0, 4, 100))).isTrue();
    }

    /** What the ledger says, and what is permitted by what a registrar tells of it. */
    private static final class Register {
        private final Map<PublicKey, Long> held = new HashMap<>();
        private final Map<PublicKey, HolderClaims> known = new LinkedHashMap<>();

        /** Of each person so many keys are known to be its. */
        Register(int knownEach) {
            for (int index = 0; index < KEYS.size(); index++) {
                if (index % KEYS_EACH < knownEach) {
                    int person = index / KEYS_EACH;
                    known.put(
                            KEYS.get(index),
                            new HolderClaims(
                                    "person-" + person,
                                    Collections.singletonMap(HolderClaims.RESIDENCE, residence(person))));
                }
            }
        }

        /** Does it if it is possible and permitted. */
        boolean attempt(Step step) {
            PublicKey giver = KEYS.get(step.giver);
            PublicKey taker = KEYS.get(step.taker);
            Map<PublicKey, Long> before = new LinkedHashMap<>();
            Map<PublicKey, Long> after = new LinkedHashMap<>();
            if (step.operation != Operation.ISSUE) {
                long given = held.getOrDefault(giver, 0L);
                if (given < step.quantity) {
                    return false;
                }
                before.put(giver, given);
                after.merge(giver, given - step.quantity, Long::sum);
            }
            if (step.operation != Operation.REDEEM) {
                after.merge(taker, step.quantity, Long::sum);
            }
            Set<PublicKey> moving = new LinkedHashSet<>(before.keySet());
            moving.addAll(after.keySet());
            RegisterQuestion question = question(moving);
            JudgedMovement movement = new JudgedMovement(
                            step.operation, TERMS, NOW, NOW.plusSeconds(60), lots(before), lots(after))
                    .withClaims(known)
                    .withRegister(counted(question, lots(before), lots(after)));
            boolean permitted = POLICY.judge(movement).getDecision() == Decision.HOLDS;
            if (permitted) {
                before.forEach((key, quantity) -> held.merge(key, -quantity, Long::sum));
                after.forEach((key, quantity) -> held.merge(key, quantity, Long::sum));
            }
            return permitted;
        }

        private static List<Lot> lots(Map<PublicKey, Long> quantities) {
            List<Lot> lots = new ArrayList<>();
            quantities.forEach((key, quantity) -> {
                if (quantity > 0) {
                    lots.add(new Lot(key, units(quantity), NOW, NOW));
                }
            });
            return lots;
        }

        private static BigDecimal units(long smallest) {
            return BigDecimal.valueOf(smallest, FRACTION_DIGITS);
        }

        RegisterQuestion question(Set<PublicKey> moving) {
            Set<PublicKey> keys = new LinkedHashSet<>(moving);
            keys.addAll(known.keySet());
            return new RegisterQuestion(
                    new UniqueIdentifier(),
                    new ArrayList<>(keys),
                    Collections.emptyList(),
                    Collections.emptyList(),
                    Collections.emptyList());
        }

        CountedRegister counted(RegisterQuestion question, List<Lot> surrendered, List<Lot> received) {
            List<Long> quantities = new ArrayList<>();
            question.getKeys().forEach(key -> quantities.add(held.getOrDefault(key, 0L)));
            int others = 0;
            long outstanding = 0;
            for (Map.Entry<PublicKey, Long> holding : held.entrySet()) {
                outstanding += holding.getValue();
                if (holding.getValue() > 0 && !question.getKeys().contains(holding.getKey())) {
                    others++;
                }
            }
            RegisterTold told =
                    new RegisterTold(outstanding, Collections.emptyList(), quantities, others, Collections.emptyList());
            assertThat(told.answers(question)).isTrue();
            return new CountedRegister(question, told, FRACTION_DIGITS, known, surrendered, received);
        }

        /** How many persons hold, of one residence or of any. */
        int holders(String residence) {
            int holders = 0;
            for (int person = 0; person < PERSONS; person++) {
                boolean counts = residence == null || residence.equals(residence(person));
                holders += counts ? heldBy(person).signum() : 0;
            }
            return holders;
        }

        BigDecimal heldBy(int person) {
            long sum = 0;
            for (int key = 0; key < KEYS_EACH; key++) {
                sum += held.getOrDefault(KEYS.get(person * KEYS_EACH + key), 0L);
            }
            return units(sum);
        }
    }
}
