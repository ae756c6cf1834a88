package org.countersign.workflows.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.contracts.validation.Aspect;

/** The count against the definition of a quorum, for any weights, thresholds, answers and order of answers. */
class QuorumCountTest {
    private static final PublicKey KEY =
            Crypto.generateKeyPair(Crypto.EDDSA_ED25519_SHA512).getPublic();

    /** What a seat does. */
    enum Vote {
        ATTEST,
        REFUSE,
        SILENT,
        SUPERSEDED
    }

    /** Committees with what each of their seats does, and the order in which answers come. */
    static final class Ballot {
        final List<Bench> benches = new ArrayList<>();
        final Map<Seat, Vote> votes = new HashMap<>();
        final List<Seat> order = new ArrayList<>();
        final Map<Seat, Bench> benchOf = new HashMap<>();

        @Override
        public String toString() {
            return benches.stream()
                    .map(bench -> bench.getThreshold() + " of "
                            + bench.getSeats().stream()
                                    .map(seat -> seat.getWeight() + " " + votes.get(seat))
                                    .collect(Collectors.toList()))
                    .collect(Collectors.joining("; "));
        }

        long weight(Bench bench, Vote... counted) {
            return bench.getSeats().stream()
                    .filter(seat -> Arrays.asList(counted).contains(votes.get(seat)))
                    .mapToLong(Seat::getWeight)
                    .sum();
        }
    }

    @Provide
    Arbitrary<Ballot> ballots() {
        Arbitrary<int[]> seat = Combinators.combine(
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.integers().between(0, 3))
                .as((weight, vote) -> new int[] {weight, vote});
        Arbitrary<List<List<int[]>>> committees =
                seat.list().ofMinSize(2).ofMaxSize(7).list().ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(
                        committees, Arbitraries.longs(), Arbitraries.integers().between(0, 1_000))
                .as(QuorumCountTest::ballot);
    }

    private static Ballot ballot(List<List<int[]>> committees, long shuffle, int perMille) {
        Ballot ballot = new Ballot();
        for (int committee = 0; committee < committees.size(); committee++) {
            List<Seat> seats = new ArrayList<>();
            int sum = 0;
            for (int[] drawn : committees.get(committee)) {
                Seat seat = new Seat(
                        Aspect.values()[committee],
                        new Party(new CordaX500Name("Member " + committee + seats.size(), "London", "GB"), KEY),
                        KEY,
                        drawn[0]);
                ballot.votes.put(seat, Vote.values()[drawn[1]]);
                sum += drawn[0];
                seats.add(seat);
            }
            int threshold = 1 + (int) ((sum - 1L) * perMille / 1_000);
            Bench bench = new Bench(Aspect.values()[committee], "committee " + committee, seats, threshold);
            seats.forEach(seat -> ballot.benchOf.put(seat, bench));
            ballot.benches.add(bench);
            ballot.order.addAll(seats);
        }
        java.util.Collections.shuffle(ballot.order, new java.util.Random(shuffle));
        return ballot;
    }

    private static QuorumCount counted(Ballot ballot, List<Seat> order) {
        QuorumCount count = new QuorumCount(ballot.benches);
        for (Seat seat : order) {
            Bench bench = ballot.benchOf.get(seat);
            if (ballot.votes.get(seat) == Vote.ATTEST) {
                count.attested(bench, seat);
            } else if (ballot.votes.get(seat) == Vote.REFUSE) {
                count.refused(bench, seat);
            } else if (ballot.votes.get(seat) == Vote.SUPERSEDED) {
                count.superseded(bench, seat);
            }
        }
        return count;
    }

    @Property
    void aCommitteeIsOpenUntilThoseWhoAttestHaveItsThreshold(@ForAll("ballots") Ballot ballot) {
        List<String> expected = ballot.benches.stream()
                .filter(bench -> ballot.weight(bench, Vote.ATTEST) < bench.getThreshold())
                .map(Bench::getCommitteeName)
                .collect(Collectors.toList());
        assertThat(counted(ballot, ballot.order).open()).isEqualTo(expected);
    }

    @Property
    void aRoundIsHopelessWhenThoseWhoAttestOrMayStillDoNotReachAThreshold(@ForAll("ballots") Ballot ballot) {
        boolean expected = ballot.benches.stream()
                .anyMatch(bench -> ballot.weight(bench, Vote.ATTEST, Vote.SILENT) < bench.getThreshold());
        assertThat(counted(ballot, ballot.order).isHopeless()).isEqualTo(expected);
    }

    @Property
    void whatIsBuiltAnewMayPassIfThoseWhoRefuseForAnotherReasonLeaveAQuorum(@ForAll("ballots") Ballot ballot) {
        boolean said = ballot.votes.containsValue(Vote.SUPERSEDED);
        boolean left = ballot.benches.stream()
                .allMatch(bench ->
                        ballot.weight(bench, Vote.ATTEST, Vote.SILENT, Vote.SUPERSEDED) >= bench.getThreshold());
        assertThat(counted(ballot, ballot.order).mayPassWhenRebuilt()).isEqualTo(said && left);
    }

    @Property
    void theSilentAreThoseWhoDidNotAnswerAndWhoseCommitteeIsOpen(@ForAll("ballots") Ballot ballot) {
        List<CordaX500Name> expected = ballot.benches.stream()
                .filter(bench -> ballot.weight(bench, Vote.ATTEST) < bench.getThreshold())
                .flatMap(bench -> bench.getSeats().stream())
                .filter(seat -> ballot.votes.get(seat) == Vote.SILENT)
                .map(seat -> seat.getParty().getName())
                .collect(Collectors.toList());
        assertThat(counted(ballot, ballot.order).silent()).isEqualTo(expected);
    }

    @Property
    void aRoundThatIsDecidedStaysDecidedAndTheFirstDecisionIsTheOnlyOne(@ForAll("ballots") Ballot ballot) {
        boolean reached = false;
        boolean hopeless = false;
        for (int heard = 0; heard <= ballot.order.size(); heard++) {
            QuorumCount count = counted(ballot, ballot.order.subList(0, heard));
            assertThat(reached && !count.open().isEmpty()).isFalse();
            assertThat(hopeless && !count.isHopeless()).isFalse();
            reached = count.open().isEmpty();
            hopeless = count.isHopeless();
            assertThat(reached && hopeless).isFalse();
        }
    }

    @Property
    void anAnswerThatComesTwiceCountsOnce(@ForAll("ballots") Ballot ballot) {
        List<Seat> twice = new ArrayList<>(ballot.order);
        twice.addAll(ballot.order);
        QuorumCount once = counted(ballot, ballot.order);
        QuorumCount again = counted(ballot, twice);
        assertThat(again.open()).isEqualTo(once.open());
        assertThat(again.isHopeless()).isEqualTo(once.isHopeless());
        assertThat(again.mayPassWhenRebuilt()).isEqualTo(once.mayPassWhenRebuilt());
    }

    @Example
    void aBenchThatNeedsNothingMoreIsNeitherOpenNorHopeless() {
        QuorumCount count = new QuorumCount(
                Arrays.asList(new Bench(Aspect.OWNERSHIP, "registrars", java.util.Collections.<Seat>emptyList(), 0)));
        assertThat(count.open()).isEmpty();
        assertThat(count.isHopeless()).isFalse();
    }
}
