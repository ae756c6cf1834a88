package org.countersign.deploy.topology;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.corda.core.identity.CordaX500Name;

/** Reads the members of a topology, and gives each the ports and resources that it does not name itself. */
final class MemberReader {
    private static final int LAST_PORT = 65535;
    private static final int PORTS_OF_A_MEMBER = 4;
    private static final long LEAST_HEAP = 128L << 20;

    private final Section root;
    private final Path directory;
    private final List<String> notaryIds;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<CordaX500Name, String> names = new HashMap<>();
    private final Map<Integer, String> ports = new HashMap<>();

    /** The directory is where files that the topology names are looked for. */
    MemberReader(Section root, Path directory, List<String> notaryIds) {
        this.root = root;
        this.directory = directory;
        this.notaryIds = notaryIds;
    }

    List<Member> read() {
        List<Section> sections = root.sections("members");
        if (sections.isEmpty()) {
            throw root.problem("members", "is empty", "A network needs at least a notary.");
        }
        List<Member> members = new ArrayList<>();
        for (Section section : sections) {
            section.allowOnly(
                    "id", "legalName", "roles", "ports", "heap", "database", "jvmArguments", "cordapps", "checks");
            members.add(member(section, members.size()));
        }
        return members;
    }

    private Member member(Section section, int index) {
        String id = TopologyReader.name(section, "id");
        refuseTwice(section, "id", ids.put(id, id));
        CordaX500Name legalName = section.legalName("legalName");
        refuseTwice(section, "legalName", names.put(legalName, id));
        Ports memberPorts = section.has("ports") ? explicitPorts(section) : consecutivePorts(section, index);
        for (Integer port : memberPorts.byPurpose(true).values()) {
            String owner = ports.put(port, id);
            if (owner != null) {
                throw section.problem(
                        "ports",
                        "of " + id + " include " + port + ", which " + owner + " has already",
                        "Every port is used once.");
            }
        }
        Set<Role> memberRoles = roles(section, id);
        return new Member(
                id, legalName, memberRoles, memberPorts, resources(section), extensions(section, memberRoles));
    }

    private Extensions extensions(Section section, Set<Role> roles) {
        if (section.has("checks") && !roles.contains(Role.AUTHORITY)) {
            throw section.problem("checks", "are those of a member that is no authority", "Give it the role.");
        }
        Config own = section.has("checks") ? section.section("checks").config() : ConfigFactory.empty();
        List<Path> jars = new ArrayList<>();
        for (String name : section.has("cordapps") ? section.texts("cordapps") : new ArrayList<String>()) {
            Path jar = directory.resolve(name);
            if (!name.endsWith(".jar") || !Files.isRegularFile(jar)) {
                throw section.problem(
                        "cordapps", "names " + jar + ", which is no jar that is there", "Build it, or name another.");
            }
            jars.add(jar);
        }
        return new Extensions(jars, own.withFallback(root.section("checks").config()));
    }

    private static void refuseTwice(Section section, String key, String owner) {
        if (owner != null) {
            throw section.problem(key, "is the same as that of member " + owner, "Each member has its own.");
        }
    }

    private Set<Role> roles(Section section, String id) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(section.choices("roles", Role.class));
        if (notaryIds.contains(id)) {
            roles.add(Role.NOTARY);
        } else if (roles.contains(Role.NOTARY)) {
            throw section.problem(
                    "roles", "has notary, but " + id + " is not in notary.members", "Add it there; the role follows.");
        }
        return roles;
    }

    private static Ports explicitPorts(Section section) {
        Section ports = section.section("ports").allowOnly("p2p", "rpc", "rpcAdmin", "cluster");
        int peer = ports.integer("p2p", 1024, LAST_PORT);
        int rpc = ports.integer("rpc", 1024, LAST_PORT);
        int rpcAdmin = ports.integer("rpcAdmin", 1024, LAST_PORT);
        return new Ports(peer, rpc, rpcAdmin, ports.integer("cluster", 1024, LAST_PORT));
    }

    private Ports consecutivePorts(Section section, int index) {
        if (!root.has("ports")) {
            throw section.problem(
                    "ports",
                    "is missing",
                    "Give the member p2p, rpc, rpcAdmin and cluster, or the topology ports { first, step }.");
        }
        Section spread = root.section("ports").allowOnly("first", "step");
        int step = spread.integer("step", PORTS_OF_A_MEMBER, 1000);
        int first = spread.integer("first", 1024, LAST_PORT) + index * step;
        if (first + PORTS_OF_A_MEMBER - 1 > LAST_PORT) {
            throw spread.problem("first", "leaves no ports for member " + (index + 1), "Begin lower.");
        }
        return new Ports(first, first + 1, first + 2, first + 3);
    }

    private NodeResources resources(Section section) {
        Section defaults = root.section("defaults").allowOnly("heap", "database", "jvmArguments");
        Section all = section.withDefaults(defaults);
        // Not merged: half of one database and half of another would be neither.
        Section database = section.has("database") ? section.section("database") : defaults.section("database");
        return new NodeResources(all.bytes("heap", LEAST_HEAP), database(database), all.texts("jvmArguments"));
    }

    private Database database(Section section) {
        section.allowOnly("kind", "url", "user", "password", "passwordFile");
        switch (section.text("kind")) {
            case "h2":
                return Database.h2();
            case "postgres":
                return Database.postgres(url(section), section.text("user"), password(section));
            default:
                throw section.problem("kind", "is '" + section.text("kind") + "'", "Use h2 or postgres.");
        }
    }

    private static String url(Section section) {
        String url = section.text("url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw section.problem(
                    "url", "is '" + url + "'", "Write it like jdbc:postgresql://localhost:5432/dealer_a.");
        }
        return url;
    }

    private String password(Section section) {
        if (!section.has("passwordFile")) {
            return section.text("password");
        }
        Path file = directory.resolve(section.text("passwordFile"));
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            throw section.problem(
                    "passwordFile", "names " + file + ", which cannot be read (" + e + ")", "Put the password there.");
        }
    }
}
