package org.countersign.deploy.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;

/** Reads the committees of a topology; what the contract would refuse later is refused here with its line. */
final class CommitteeReader {
    private static final int GREATEST_WEIGHT = 1000;

    private final Section root;
    private final Map<String, Member> members;
    private final Duration timeWindow;

    CommitteeReader(Section root, Map<String, Member> members, Duration timeWindow) {
        this.root = root;
        this.members = members;
        this.timeWindow = timeWindow;
    }

    List<CommitteePlan> read() {
        List<CommitteePlan> committees = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("committees")) {
            section.allowOnly(
                    "name",
                    "aspect",
                    "segment",
                    "members",
                    "threshold",
                    "attestationValidity",
                    "observers",
                    "providers");
            CommitteePlan committee = committee(section);
            committee = committee.accepting(providers(section, committee.getAspect()));
            if (!names.add(committee.getName())) {
                throw section.problem("name", "is used by another committee", "Each committee has its own.");
            }
            committees.add(committee);
        }
        return committees;
    }

    private CommitteePlan committee(Section section) {
        Aspect aspect = section.choice("aspect", Aspect.class);
        List<Seat> seats = seats(section, aspect);
        int weight = seats.stream().mapToInt(Seat::getWeight).sum();
        List<String> observers = section.has("observers") ? section.texts("observers") : new ArrayList<>();
        for (String observer : observers) {
            requireMember(section, "observers", observer);
        }
        Duration validity = section.duration("attestationValidity", Duration.ofSeconds(1), Duration.ofDays(1));
        if (validity.compareTo(timeWindow) <= 0) {
            throw section.problem(
                    "attestationValidity",
                    "is " + validity.getSeconds() + " seconds",
                    "An attestation must outlast the time-window of a transaction, which is flows.timeWindow = "
                            + timeWindow.getSeconds() + " seconds.");
        }
        return new CommitteePlan(
                TopologyReader.name(section, "name"),
                aspect,
                segment(section),
                seats,
                threshold(section, aspect, seats, weight),
                validity,
                observers);
    }

    private static int threshold(Section section, Aspect aspect, List<Seat> seats, int weight) {
        if (aspect != Aspect.OWNERSHIP) {
            return section.integer("threshold", 1, weight);
        }
        // Registrars need a majority, or two quorums could vote for two spends of one holding.
        int threshold = section.integer("threshold", weight / 2 + 1, weight);
        for (Seat seat : seats) {
            if (seat.getWeight() >= threshold) {
                throw section.problem(
                        "threshold",
                        "is " + threshold + ", and the weight of " + seat.getMemberId() + " is " + seat.getWeight(),
                        "No registrar decides alone: make the threshold greater than every weight.");
            }
        }
        return threshold;
    }

    private static String segment(Section section) {
        String segment = section.has("segment") ? section.text("segment") : Segment.WHOLE_NETWORK;
        if (!Segment.isName(segment)) {
            throw section.problem("segment", "is no name", "Name it in 1 to 60 readable characters.");
        }
        return segment;
    }

    private List<Seat> seats(Section section, Aspect aspect) {
        Role needed = aspect == Aspect.OWNERSHIP ? Role.REGISTRAR : Role.AUTHORITY;
        List<Seat> seats = new ArrayList<>();
        Set<String> seated = new HashSet<>();
        for (Section seat : section.sections("members")) {
            seat.allowOnly("id", "weight");
            String id = seat.text("id");
            requireMember(seat, "id", id);
            if (!seated.add(id)) {
                throw seat.problem("id", "is " + id + " a second time", "A member has one seat; give it more weight.");
            }
            if (!members.get(id).hasRole(needed)) {
                throw seat.problem(
                        "id",
                        "is " + id + ", which is no " + needed.getLabel(),
                        "Give it the role " + needed.getLabel() + ", which a committee of " + aspect + " needs.");
            }
            seats.add(new Seat(id, seat.integer("weight", 1, GREATEST_WEIGHT)));
        }
        if (seats.size() < 2) {
            throw section.problem(
                    "members",
                    seats.isEmpty() ? "is empty" : "names one member",
                    "A committee has at least two members.");
        }
        return seats;
    }

    private List<ProviderPlan> providers(Section section, Aspect aspect) {
        List<ProviderPlan> providers = new ArrayList<>();
        if (!section.has("providers")) {
            return providers;
        }
        if (aspect != Aspect.IDENTITY) {
            throw section.problem(
                    "providers",
                    "are those of a committee for " + aspect,
                    "A committee for IDENTITY accepts providers.");
        }
        Set<String> accepted = new HashSet<>();
        for (Section provider : section.sections("providers")) {
            provider.allowOnly("id", "kinds");
            String id = provider.text("id");
            requireMember(provider, "id", id);
            if (!accepted.add(id)) {
                throw provider.problem("id", "is " + id + " a second time", "Name all of its kinds at once.");
            }
            if (!members.get(id).hasRole(Role.PROVIDER)) {
                throw provider.problem(
                        "id",
                        "is " + id + ", which is no " + Role.PROVIDER.getLabel(),
                        "Give it the role " + Role.PROVIDER.getLabel() + ".");
            }
            providers.add(new ProviderPlan(id, kinds(provider)));
        }
        return providers;
    }

    private static List<ClaimKind> kinds(Section provider) {
        List<ClaimKind> kinds =
                provider.has("kinds") ? provider.choices("kinds", ClaimKind.class) : Arrays.asList(ClaimKind.values());
        if (kinds.isEmpty() || new HashSet<>(kinds).size() < kinds.size()) {
            throw provider.problem(
                    "kinds",
                    kinds.isEmpty() ? "is empty" : "names a kind twice",
                    "Name each kind that it is believed about once, or leave the key out for all of them.");
        }
        return kinds;
    }

    private void requireMember(Section section, String key, String id) {
        if (!members.containsKey(id)) {
            throw section.problem(key, "names '" + id + "', which is no member", TopologyReader.known(members));
        }
    }
}
