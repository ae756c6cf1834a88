package org.countersign.notary;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of notary cluster: what it demands of a topology, and what goes into the configuration of each member.
 *
 * <p>A template is a HOCON resource {@code clusters/<kind>.conf} with two sections. {@code cluster} is for the
 * launcher; {@code notary} is for the node, with substitutions below {@code given} that {@link #render} fills in.
 */
public final class NotaryTemplate {
    private static final String DIRECTORY = "clusters/";
    private static final String SUFFIX = ".conf";

    private final String kind;
    private final Config template;

    private NotaryTemplate(String kind, Config template) {
        this.kind = kind;
        this.template = template;
    }

    /**
     * The template of a kind.
     *
     * @param kind a name out of {@link #kinds()}
     * @return its template
     * @throws IllegalArgumentException if there is no such kind; the message names those that there are
     */
    public static NotaryTemplate ofKind(String kind) {
        if (!kinds().contains(kind)) {
            throw new IllegalArgumentException("There is no notary cluster of kind '" + kind + "'. Kinds: " + kinds());
        }
        Config parsed = ConfigFactory.parseURL(
                NotaryTemplate.class.getResource(DIRECTORY + kind + SUFFIX),
                ConfigParseOptions.defaults().setAllowMissing(false));
        return new NotaryTemplate(kind, parsed);
    }

    /**
     * The kinds that there are templates for.
     *
     * @return their names in alphabetical order
     */
    public static List<String> kinds() {
        URL directory = NotaryTemplate.class.getResource(DIRECTORY);
        try {
            URI uri = directory.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return kindsIn(Paths.get(uri));
            }
            // A file system of our own: one that is shared by URI could be closed under somebody else.
            String jar = uri.getSchemeSpecificPart();
            int entry = jar.indexOf("!/");
            Path file = Paths.get(URI.create(jar.substring(0, entry)));
            try (FileSystem inside = FileSystems.newFileSystem(file, (ClassLoader) null)) {
                return kindsIn(inside.getPath(jar.substring(entry + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The notary templates cannot be listed: " + directory, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The notary templates have no usable address: " + directory, e);
        }
    }

    private static List<String> kindsIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> kinds = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .collect(Collectors.toList());
            return Collections.unmodifiableList(kinds);
        }
    }

    /**
     * The {@code notary} section of one member's node configuration.
     *
     * @param service the cluster as a whole
     * @param member which member, counted from 0 in the order of the cluster's members
     * @return the section, fully resolved
     */
    public Config render(NotaryService service, int member) {
        List<String> addresses = service.getClusterAddresses();
        Config given = ConfigFactory.empty()
                .withValue("given.validating", ConfigValueFactory.fromAnyRef(service.isValidating()))
                .withValue("given.serviceLegalName", ConfigValueFactory.fromAnyRef(service.getServiceLegalName()))
                .withValue("given.member.index", ConfigValueFactory.fromAnyRef(member))
                .withValue("given.member.address", ConfigValueFactory.fromAnyRef(addresses.get(member)))
                .withValue(
                        "given.member.joinAt",
                        ConfigValueFactory.fromIterable(
                                member == 0 ? Collections.emptyList() : addresses.subList(0, 1)))
                .withValue("given.cluster.addresses", ConfigValueFactory.fromIterable(addresses));
        return template.resolveWith(given).withOnlyPath("notary");
    }

    /** The name of the kind, as a topology gives it. */
    public String getKind() {
        return kind;
    }

    /** What the kind is, in one line for people. */
    public String getSummary() {
        return template.getString("cluster.summary");
    }

    /** The smallest number of members that makes sense. */
    public int getMinimumMembers() {
        return template.getInt("cluster.minimumMembers");
    }

    /** The greatest number of members. */
    public int getMaximumMembers() {
        return template.getInt("cluster.maximumMembers");
    }

    /** Whether each member listens on a port for the other members, beside its ports as a node. */
    public boolean hasClusterPorts() {
        return template.getBoolean("cluster.clusterPorts");
    }
}
