package org.countersign.deploy.topology;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.identity.CordaX500Name;
import org.countersign.deploy.OperatorException;
import org.countersign.notary.NotaryTemplate;

/** Reads a topology file and checks that its parts fit each other. */
final class TopologyReader {
    private static final String NAME = "[a-z][a-z0-9-]{0,39}";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Path file;

    TopologyReader(Path file) {
        this.file = file;
    }

    Topology read() {
        Section root = new Section(parse(), "")
                .allowOnly(
                        "shared",
                        "directory",
                        "name",
                        "profile",
                        "ports",
                        "defaults",
                        "notary",
                        "members",
                        "committees",
                        "checks",
                        "admittedHolders",
                        "cashIssuers",
                        "flowTimeout",
                        "flows");
        String name = name(root, "name");
        List<String> notaryIds = root.section("notary").texts("members");
        Path directory = file.toAbsolutePath().getParent().resolve(root.text("directory"));
        List<Member> members = new MemberReader(root, directory, notaryIds).read();
        Map<String, Member> byId = new LinkedHashMap<>();
        members.forEach(member -> byId.put(member.getId(), member));
        NotaryCluster notary = notary(root.section("notary"), byId);
        FlowSettings flows = new FlowSettings(root.section("flows"));
        Topology.Rules rules = new Topology.Rules(
                new CommitteeReader(root, byId, flows.getTimeWindow()).read(),
                names(root, "admittedHolders", byId),
                names(root, "cashIssuers", byId),
                flows,
                flowTimeout(root.section("flowTimeout")));
        return new Topology(name, root.choice("profile", Profile.class), members, notary, rules);
    }

    String name() {
        return name(new Section(parse(), ""), "name");
    }

    /** The topology as one file that says everything itself, and means the same wherever it is put. */
    String selfContained() {
        Config config = parse();
        return config.withValue(
                        "directory",
                        ConfigValueFactory.fromAnyRef(file.toAbsolutePath()
                                .getParent()
                                .resolve(config.getString("directory"))
                                .toString()))
                .root()
                .render(ConfigRenderOptions.defaults().setOriginComments(false));
    }

    private Config parse() {
        if (!Files.isRegularFile(file)) {
            throw new OperatorException(
                    OperatorException.Code.TOPOLOGY_INVALID,
                    "There is no topology file " + file + ".",
                    "Name one with --topology FILE; the ones that are shipped are in deploy-nodes/topologies.");
        }
        try {
            Config defaults = ConfigFactory.parseURL(TopologyReader.class.getResource("defaults.conf"));
            // So that a topology can name the files of checks, which are passed on as they are: ${directory}/prices.csv
            Config here = ConfigFactory.empty()
                    .withValue(
                            "directory",
                            ConfigValueFactory.fromAnyRef(
                                    file.toAbsolutePath().getParent().toString()));
            return ConfigFactory.parseFile(
                            file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                    .withFallback(here)
                    .withFallback(defaults)
                    .resolve();
        } catch (ConfigException e) {
            String where = e.origin() == null ? file.getFileName() + ": " : Section.where(e.origin());
            throw new OperatorException(
                    OperatorException.Code.TOPOLOGY_INVALID,
                    where + "this is not HOCON that can be read: " + e.getMessage(),
                    "Put it right; docs/reference/topology.md has the format.",
                    e);
        }
    }

    static String name(Section section, String key) {
        String name = section.text(key);
        if (!name.matches(NAME)) {
            throw section.problem(
                    key,
                    "is '" + name + "'",
                    "Use small letters, digits and hyphens, a letter first, at most 40 of them.");
        }
        return name;
    }

    private static NotaryCluster notary(Section section, Map<String, Member> members) {
        section.allowOnly("kind", "serviceLegalName", "validating", "members");
        NotaryTemplate template = template(section);
        List<String> ids = section.texts("members");
        for (String id : ids) {
            if (!members.containsKey(id)) {
                throw section.problem("members", "names '" + id + "', which is no member", known(members));
            }
        }
        if (ids.size() < template.getMinimumMembers() || ids.size() > template.getMaximumMembers()) {
            throw section.problem(
                    "members",
                    "are " + ids.size(),
                    "A " + template.getKind() + " cluster (" + template.getSummary() + ") has "
                            + template.getMinimumMembers() + " to " + template.getMaximumMembers() + " members.");
        }
        CordaX500Name service = section.legalName("serviceLegalName");
        for (Member member : members.values()) {
            if (member.getLegalName().equals(service)) {
                throw section.problem(
                        "serviceLegalName",
                        "is also the legal name of " + member.getId(),
                        "The notary service signs under a name of its own.");
            }
        }
        return new NotaryCluster(template, service, section.truth("validating"), ids);
    }

    private static NotaryTemplate template(Section section) {
        try {
            return NotaryTemplate.ofKind(section.text("kind"));
        } catch (IllegalArgumentException e) {
            throw section.problem(
                    "kind",
                    "is '" + section.text("kind") + "'",
                    "Use one of: " + String.join(", ", NotaryTemplate.kinds()) + ".");
        }
    }

    /** Members by their ids, or anybody by the legal name. */
    private static List<CordaX500Name> names(Section root, String key, Map<String, Member> members) {
        List<CordaX500Name> names = new ArrayList<>();
        for (String text : root.texts(key)) {
            Member member = members.get(text);
            if (member == null && !text.contains("=")) {
                throw root.problem(
                        key, "names '" + text + "', which is neither a member nor a legal name", known(members));
            }
            names.add(member == null ? root.legalName(key, text) : member.getLegalName());
        }
        return names;
    }

    private static FlowTimeout flowTimeout(Section section) {
        section.allowOnly("timeout", "maxRestartCount", "backoffBase");
        return new FlowTimeout(
                section.duration("timeout", SECOND, HOUR),
                section.integer("maxRestartCount", 0, 1000),
                section.factor("backoffBase", 1.0, 10.0));
    }

    static String known(Map<String, Member> members) {
        return "The members are: " + String.join(", ", members.keySet()) + ".";
    }
}
