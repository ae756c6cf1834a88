package org.countersign.client.cli.rpc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/**
 * A network of members, as its network file describes it.
 *
 * @param name the topology's name, for example {@code demo}
 * @param directory where the network keeps its state
 * @param trustRoot the root certificate that all of its identities go back to, a PEM file
 * @param notary the name of its notary service
 * @param members all members, the notary's among them
 * @param committees the committees that were formed when it first came up, each by its name with its aspect
 */
public record Network(
        String name,
        Path directory,
        Path trustRoot,
        CordaX500Name notary,
        List<Member> members,
        Map<String, String> committees) {
    /** Keeps copies of members and committees. */
    public Network {
        members = List.copyOf(members);
        committees = new TreeMap<>(committees);
    }

    /**
     * Finds committees by what they are competent for.
     *
     * @param aspects the aspects, for example {@code IDENTITY}
     * @return the names of the committees of these aspects
     */
    public List<String> committeesFor(String... aspects) {
        List<String> wanted = List.of(aspects);
        return committees.entrySet().stream()
                .filter(committee -> wanted.contains(committee.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /**
     * Finds a member.
     *
     * @param wanted its id, or its legal name
     * @return the member
     * @throws Failure if there is none; the remedy lists all
     */
    public Member member(String wanted) {
        return members.stream()
                .filter(member -> member.id().equals(wanted) || isNameOf(member, wanted))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        FailureCode.MEMBER_UNKNOWN,
                        "There is no member '" + wanted + "' in network '" + name + "'.",
                        "Members are: " + members.stream().map(Member::id).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Finds the member that bears a legal name.
     *
     * @param legalName the name on the certificate
     * @return the member, or nothing if the network file does not name it
     */
    public Optional<Member> member(CordaX500Name legalName) {
        return members.stream()
                .filter(member -> member.legalName().equals(legalName))
                .findFirst();
    }

    private static boolean isNameOf(Member member, String wanted) {
        // The names that people type differ from each other in blanks after commas.
        return wanted.indexOf('=') > 0
                && wanted.replaceAll(",\\s+", ",")
                        .equals(member.legalName().toString().replaceAll(",\\s+", ","));
    }
}
