package org.countersign.deploy.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.corda.core.identity.CordaX500Name;
import org.countersign.deploy.OperatorException;

/** A network as its topology file describes it, checked as a whole. Read one with {@link #read}. */
public final class Topology {
    private final String name;
    private final Profile profile;
    private final List<Member> members;
    private final NotaryCluster notary;
    private final Rules rules;

    Topology(String name, Profile profile, List<Member> members, NotaryCluster notary, Rules rules) {
        this.name = Objects.requireNonNull(name, "name");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.members = Collections.unmodifiableList(new ArrayList<>(members));
        this.notary = Objects.requireNonNull(notary, "notary");
        this.rules = Objects.requireNonNull(rules, "rules");
    }

    /**
     * Reads a topology file.
     *
     * @param file the HOCON file
     * @return the topology
     * @throws OperatorException with file, line, path and remedy if anything in it is wrong
     */
    public static Topology read(Path file) {
        return new TopologyReader(file).read();
    }

    /**
     * Reads only how a topology file calls its network. That is enough to find one that has been brought up, and works
     * where what the rest of the file asks of the environment, such as passwords, is not there.
     *
     * @param file the HOCON file
     * @return the name
     * @throws OperatorException if there is no such file, or no name in it
     */
    public static String nameIn(Path file) {
        return new TopologyReader(file).name();
    }

    /**
     * A topology file with everything that it leaves to defaults, variables or its own place spelled out. It may
     * contain passwords.
     *
     * @param file the HOCON file
     * @return a text that means the same wherever it is put
     * @throws OperatorException if the file cannot be read
     */
    public static String selfContained(Path file) {
        return new TopologyReader(file).selfContained();
    }

    /** The name of the network, also of the directory that holds its state. */
    public String getName() {
        return name;
    }

    /** How strict the launcher is. */
    public Profile getProfile() {
        return profile;
    }

    /** All members in the order of the file. */
    public List<Member> getMembers() {
        return members;
    }

    /** The notary cluster. */
    public NotaryCluster getNotary() {
        return notary;
    }

    /** The committees to form. */
    public List<CommitteePlan> getCommittees() {
        return rules.committees;
    }

    /** Who is admitted as a holder of securities. */
    public List<CordaX500Name> getAdmittedHolders() {
        return rules.admittedHolders;
    }

    /** The banks whose cash members take in payment. */
    public List<CordaX500Name> getCashIssuers() {
        return rules.cashIssuers;
    }

    /** How patient flows are. */
    public FlowSettings getFlowSettings() {
        return rules.flowSettings;
    }

    /** When nodes ask the notary again. */
    public FlowTimeout getFlowTimeout() {
        return rules.flowTimeout;
    }

    /**
     * A member by its id.
     *
     * @param id the short name
     * @return the member, or nothing if there is none of that id
     */
    public Optional<Member> findMember(String id) {
        return members.stream().filter(member -> member.getId().equals(id)).findFirst();
    }

    /**
     * A member that must exist.
     *
     * @param id the short name
     * @return the member
     * @throws OperatorException naming the members that there are
     */
    public Member member(String id) {
        return findMember(id)
                .orElseThrow(() -> new OperatorException(
                        OperatorException.Code.MEMBER_UNKNOWN,
                        "There is no member '" + id + "' in network '" + name + "'.",
                        "Members are: " + members.stream().map(Member::getId).collect(Collectors.joining(", ")) + "."));
    }

    /** Whether a member listens on a port of its own for the notary cluster. */
    public boolean usesClusterPort(Member member) {
        return notary.getTemplate().hasClusterPorts() && member.hasRole(Role.NOTARY);
    }

    /** What holds for the whole network beside its members. */
    static final class Rules {
        private final List<CommitteePlan> committees;
        private final List<CordaX500Name> admittedHolders;
        private final List<CordaX500Name> cashIssuers;
        private final FlowSettings flowSettings;
        private final FlowTimeout flowTimeout;

        Rules(
                List<CommitteePlan> committees,
                List<CordaX500Name> admittedHolders,
                List<CordaX500Name> cashIssuers,
                FlowSettings flowSettings,
                FlowTimeout flowTimeout) {
            this.committees = Collections.unmodifiableList(new ArrayList<>(committees));
            this.admittedHolders = Collections.unmodifiableList(new ArrayList<>(admittedHolders));
            this.cashIssuers = Collections.unmodifiableList(new ArrayList<>(cashIssuers));
            this.flowSettings = flowSettings;
            this.flowTimeout = flowTimeout;
        }
    }
}
