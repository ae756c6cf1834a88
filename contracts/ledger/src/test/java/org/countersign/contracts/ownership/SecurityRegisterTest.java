package org.countersign.contracts.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.countersign.contracts.TestNode;
import org.countersign.contracts.ownership.RegisterEntry.Holding;
import org.countersign.contracts.validation.Operation;

class SecurityRegisterTest {
    private static final SecureHash SECURITY = SecureHash.sha256("a security");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PublicKey ANN = TestNode.keys(41).getPublic();
    private static final PublicKey BOB = TestNode.keys(42).getPublic();

    private static SecureHash id(Object of) {
        return SecureHash.sha256("transaction " + of);
    }

    private static RegisterEntry issue(Object id, Instant until, PublicKey holder, long quantity) {
        return new RegisterEntry(
                SECURITY,
                id(id),
                Operation.ISSUE,
                until,
                Collections.emptyList(),
                Collections.singletonMap(0, new Holding(holder, quantity)));
    }

    private static RegisterEntry change(
            Object id, Operation operation, Instant until, List<StateRef> ended, Holding... created) {
        Map<Integer, Holding> outputs = new HashMap<>();
        for (int index = 0; index < created.length; index++) {
            outputs.put(index, created[index]);
        }
        return new RegisterEntry(SECURITY, id(id), operation, until, ended, outputs);
    }

    private static StateRef output(Object id, int index) {
        return new StateRef(id(id), index);
    }

    @Property(tries = 100)
    void theRootsDoNotDependOnTheOrderOfRecording(@ForAll long seed) {
        Random random = new Random(seed);
        List<RegisterEntry> entries = story(random);
        SecurityRegister register = SecurityRegister.of(entries);
        List<RegisterEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        assertThat(SecurityRegister.of(shuffled).getLines()).isEqualTo(register.getLines());
        assertThat(SecurityRegister.of(shuffled).roots()).isEqualTo(register.roots());
        List<RegisterLine> lines = new ArrayList<>(register.getLines());
        Collections.shuffle(lines, random);
        assertThat(SecurityRegister.rootsOf(lines)).isEqualTo(register.roots());
        assertThat(SecurityRegister.difference(lines, register.getLines())).isNull();
    }

    @Property(tries = 100)
    void whatWasIssuedAndNotRedeemedStandsInTheRegister(@ForAll long seed) {
        SecurityRegister register = SecurityRegister.of(story(new Random(seed)));
        assertThat(register.getIssued().subtract(register.getRedeemed()))
                .isEqualTo(SecurityRegister.sum(register.getLines()));
    }

    @Property(tries = 50)
    void anyChangeOfALineIsFoundAndChangesTheRoots(@ForAll long seed) {
        Random random = new Random(seed);
        SecurityRegister register = SecurityRegister.of(story(random));
        List<RegisterLine> lines = new ArrayList<>(register.getLines());
        int place = random.nextInt(lines.size());
        RegisterLine line = lines.get(place);
        List<RegisterLine> forged = Arrays.asList(
                line.ended(id("forged")),
                new RegisterLine(
                        SECURITY,
                        line.getHolding(),
                        TestNode.keys(43).getPublic(),
                        line.getQuantity(),
                        line.getSince(),
                        line.getEndedBy()),
                new RegisterLine(
                        SECURITY,
                        line.getHolding(),
                        line.getHolder(),
                        line.getQuantity() + 1,
                        line.getSince(),
                        line.getEndedBy()),
                new RegisterLine(
                        SECURITY,
                        line.getHolding(),
                        line.getHolder(),
                        line.getQuantity(),
                        line.getSince().plusMillis(1),
                        line.getEndedBy()));
        for (RegisterLine other : forged) {
            lines.set(place, other);
            assertThat(SecurityRegister.difference(lines, register.getLines()))
                    .contains(line.getHolding().toString());
            assertThat(SecurityRegister.rootsOf(lines).getHistory())
                    .isNotEqualTo(register.roots().getHistory());
        }
        lines.remove(place);
        assertThat(SecurityRegister.difference(lines, register.getLines())).startsWith("The register has no line of");
        assertThat(SecurityRegister.difference(register.getLines(), lines))
                .startsWith("The register has a line that no transaction made");
    }

    @Example
    void aHoldingIsSinceTheEndOfTheWindowRoundedUp() {
        SecurityRegister register = SecurityRegister.of(Collections.singletonList(issue(1, NOON.plusNanos(1), ANN, 5)));
        assertThat(register.getLines().get(0).getSince()).isEqualTo(NOON.plusMillis(1));
    }

    @Example
    void aHoldingIsNeverSinceBeforeWhatItWasMadeOf() {
        RegisterEntry issue = issue(1, NOON, ANN, 5);
        RegisterEntry transfer = change(
                2,
                Operation.TRANSFER,
                NOON.minusSeconds(60),
                Collections.singletonList(output(1, 0)),
                new Holding(BOB, 5));
        SecurityRegister register = SecurityRegister.of(Arrays.asList(transfer, issue));
        assertThat(register.getLines()).allMatch(line -> line.getSince().equals(NOON));
    }

    @Example
    void makingAnEntryAgainChangesNothing() {
        RegisterEntry issue = issue(1, NOON, ANN, 5);
        RegisterEntry transfer =
                change(2, Operation.TRANSFER, NOON, Collections.singletonList(output(1, 0)), new Holding(BOB, 5));
        Map<StateRef, RegisterLine> known = new TreeMap<>(RegisterLine.ORDER);
        for (RegisterEntry entry : Arrays.asList(issue, transfer)) {
            entry.change(known).forEach(line -> known.put(line.getHolding(), line));
        }
        for (RegisterEntry entry : Arrays.asList(transfer, issue)) {
            assertThat(entry.change(known)).allMatch(line -> line.equals(known.get(line.getHolding())));
        }
    }

    @Example
    void aGapADoubleSpendAndWrongQuantitiesAreRefused() {
        RegisterEntry issue = issue(1, NOON, ANN, 5);
        List<StateRef> issued = Collections.singletonList(output(1, 0));
        RegisterEntry first = change(2, Operation.TRANSFER, NOON, issued, new Holding(BOB, 5));
        RegisterEntry second = change(3, Operation.TRANSFER, NOON, issued, new Holding(ANN, 5));
        assertThatThrownBy(() -> SecurityRegister.of(Collections.singletonList(first)))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("which is not in the register");
        assertThatThrownBy(() -> SecurityRegister.of(Arrays.asList(issue, first, second)))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("has ended already");
        assertThatThrownBy(() -> SecurityRegister.of(
                        Arrays.asList(issue, change(2, Operation.TRANSFER, NOON, issued, new Holding(BOB, 4)))))
                .hasMessageContaining("is a TRANSFER from 5 to 4 smallest units");
        assertThatThrownBy(() -> SecurityRegister.of(
                        Arrays.asList(issue, change(2, Operation.REDEEM, NOON, issued, new Holding(ANN, 5)))))
                .hasMessageContaining("is a REDEEM from 5 to 5 smallest units");
        assertThatThrownBy(() -> SecurityRegister.of(
                        Arrays.asList(issue, change(2, Operation.ISSUE, NOON, issued, new Holding(ANN, 6)))))
                .hasMessageContaining("is a ISSUE from 5 to 6 smallest units");
    }

    @Example
    void aLineIsWrittenAsItsDescriptionSays() {
        RegisterLine line = new RegisterLine(SECURITY, output(1, 258), ANN, 150, NOON, null);
        ByteBuffer bytes = ByteBuffer.wrap(line.encoded());
        assertThat(bytes.get()).isEqualTo((byte) 1);
        assertThat(next(bytes, 32)).isEqualTo(SECURITY.getBytes());
        assertThat(next(bytes, 32)).isEqualTo(id(1).getBytes());
        assertThat(bytes.getInt()).isEqualTo(258);
        assertThat(bytes.getLong()).isEqualTo(1_795_176_000_000L);
        assertThat(bytes.getLong()).isEqualTo(150);
        assertThat(next(bytes, bytes.getInt())).isEqualTo(ANN.getEncoded());
        assertThat(bytes.get()).isZero();
        assertThat(bytes.hasRemaining()).isFalse();
        ByteBuffer ended = ByteBuffer.wrap(line.ended(id(2)).encoded());
        ended.position(bytes.capacity() - 1);
        assertThat(ended.get()).isEqualTo((byte) 1);
        assertThat(next(ended, 32)).isEqualTo(id(2).getBytes());
        assertThat(ended.hasRemaining()).isFalse();
    }

    @Example
    void whatNoHoldingCanBeIsNoLine() {
        assertThatThrownBy(() -> new RegisterLine(SECURITY, output(1, 0), ANN, 0, NOON, null))
                .hasMessageContaining("not more than 0");
        assertThatThrownBy(() -> new RegisterLine(SECURITY, output(1, 0), ANN, 1, NOON.plusNanos(1), null))
                .hasMessageContaining("no whole millisecond");
    }

    private static byte[] next(ByteBuffer bytes, int length) {
        byte[] part = new byte[length];
        bytes.get(part);
        return part;
    }

    // Some issues, transfers and redemptions, each of holdings that stand.
    private static List<RegisterEntry> story(Random random) {
        List<RegisterEntry> entries = new ArrayList<>();
        Map<StateRef, Long> standing = new TreeMap<>(RegisterLine.ORDER);
        int length = 3 + random.nextInt(20);
        for (int step = 0; step < length; step++) {
            SecureHash id = id(random.nextLong());
            Instant until = NOON.plusMillis(random.nextInt(1_000_000));
            int kind = random.nextInt(3);
            if (kind == 0 || standing.isEmpty()) {
                long quantity = 1 + random.nextInt(1_000);
                entries.add(new RegisterEntry(
                        SECURITY,
                        id,
                        Operation.ISSUE,
                        until,
                        Collections.emptyList(),
                        Collections.singletonMap(0, new Holding(ANN, quantity))));
                standing.put(new StateRef(id, 0), quantity);
                continue;
            }
            List<StateRef> spent = new ArrayList<>(standing.keySet());
            spent = spent.subList(0, 1 + random.nextInt(Math.min(3, spent.size())));
            long sum = spent.stream().mapToLong(standing::get).sum();
            standing.keySet().removeAll(new ArrayList<>(spent));
            long part = kind == 1 && sum > 1 ? 1 + random.nextInt((int) sum - 1) : 0;
            Map<Integer, Holding> created = new HashMap<>();
            if (part > 0) {
                created.put(0, new Holding(BOB, part));
                standing.put(new StateRef(id, 0), part);
            }
            if (kind == 1) {
                created.put(1, new Holding(ANN, sum - part));
                standing.put(new StateRef(id, 1), sum - part);
            }
            entries.add(new RegisterEntry(
                    SECURITY, id, kind == 1 ? Operation.TRANSFER : Operation.REDEEM, until, spent, created));
        }
        assertThat(BigInteger.valueOf(entries.size())).isPositive();
        return entries;
    }
}
