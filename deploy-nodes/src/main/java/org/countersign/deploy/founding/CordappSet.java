package org.countersign.deploy.founding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSigner;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.crypto.Crypto;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.topology.Member;
import org.countersign.deploy.topology.Profile;
import org.countersign.deploy.topology.Role;

/** The CorDapps that the build has gathered, and which of them a node loads. */
final class CordappSet {
    private static final String LEDGER = "countersign-contracts-ledger-";
    private static final String ORACLES = "countersign-oracles-";
    /** What the oracles match names with. Corda's node does not have these, and nobody else needs them. */
    private static final List<String> LIBRARIES = Arrays.asList("icu4j-", "commons-codec-");

    private static final List<String> NEEDED = Arrays.asList(
            LEDGER,
            "countersign-contracts-language-",
            "antlr4-runtime-",
            "ecj-",
            "countersign-workflows-",
            ORACLES,
            "tokens-contracts-",
            "tokens-workflows-",
            LIBRARIES.get(0),
            LIBRARIES.get(1));
    /** In the subject of every certificate that is only for trying things out. */
    private static final String NOT_FOR_PRODUCTION = "Not for production";

    /** Where every class is that the ledger CorDapp brings. */
    private static final String CONTRACTS_PACKAGE = "org.countersign.contracts";

    private final List<Path> jars;

    private CordappSet(List<Path> jars) {
        this.jars = jars;
    }

    /** The jars of a directory. Fails if one that every network needs is missing. */
    static CordappSet in(Path directory) throws IOException {
        CordappSet set = new CordappSet(jarsIn(directory));
        for (String needed : NEEDED) {
            if (set.jars.stream().noneMatch(jar -> name(jar).startsWith(needed))) {
                throw new OperatorException(
                        OperatorException.Code.CORDAPP_REFUSED,
                        "The CorDapp " + needed + "*.jar is missing in " + directory + ".",
                        "Build it: 'mvn package' in the repository.");
            }
        }
        return set;
    }

    private static List<Path> jarsIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Collections.emptyList();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(".jar")).sorted().collect(Collectors.toList());
        }
    }

    /**
     * Whose the contracts' package is: the key that signs the ledger CorDapp. With this in the network parameters no
     * node takes a class of that package from a jar that somebody else has signed. Nobody's, if the jar is not signed.
     */
    Map<String, PublicKey> packageOwners() throws IOException {
        for (Path jar : jars) {
            if (name(jar).startsWith(LEDGER)) {
                for (X509Certificate signer : signers(jar)) {
                    return Collections.singletonMap(
                            CONTRACTS_PACKAGE, Crypto.toSupportedPublicKey(signer.getPublicKey()));
                }
            }
        }
        return Collections.emptyMap();
    }

    /** The jars that a member's node loads: oracles only where there is an authority, and what is given to it alone. */
    List<Path> of(Member member) {
        List<Path> loaded = jars.stream()
                .filter(jar -> member.hasRole(Role.AUTHORITY) || !isForAuthorities(jar))
                .collect(Collectors.toList());
        Set<String> names = loaded.stream().map(CordappSet::name).collect(Collectors.toSet());
        for (Path own : member.getExtensions().getCordapps()) {
            if (!names.add(name(own))) {
                throw new OperatorException(
                        OperatorException.Code.CORDAPP_REFUSED,
                        member + " is to load two jars of the name " + name(own) + ".",
                        "Name the one in the topology's cordapps otherwise.");
            }
            loaded.add(own);
        }
        return loaded;
    }

    private static boolean isForAuthorities(Path jar) {
        return name(jar).startsWith(ORACLES) || LIBRARIES.stream().anyMatch(name(jar)::startsWith);
    }

    /** Fails if a jar, or one that a member alone is given, may not be used under the profile. */
    void requireFitFor(Profile profile, List<Member> members) throws IOException {
        if (profile != Profile.PRODUCTION) {
            return;
        }
        Set<Path> used = new LinkedHashSet<>(jars);
        members.forEach(member -> used.addAll(member.getExtensions().getCordapps()));
        for (Path jar : used) {
            for (X509Certificate signer : signers(jar)) {
                String subject = signer.getSubjectX500Principal().getName();
                if (subject.contains(NOT_FOR_PRODUCTION)) {
                    throw new OperatorException(
                            OperatorException.Code.CORDAPP_REFUSED,
                            name(jar) + " is signed by a key that is for demonstration only (" + subject
                                    + "), and the profile of the topology is production.",
                            "Build with a signing key of your own: docs/how-to/operator.md says how.");
                }
            }
        }
    }

    private static Set<X509Certificate> signers(Path jar) throws IOException {
        Set<X509Certificate> signers = new LinkedHashSet<>();
        byte[] buffer = new byte[8192];
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : Collections.list(file.entries())) {
                // Signers of an entry are known once it has been read to its end.
                try (InputStream content = file.getInputStream(entry)) {
                    int read = 0;
                    while (read >= 0) {
                        read = content.read(buffer);
                    }
                }
                if (entry.getCodeSigners() != null) {
                    for (CodeSigner signer : entry.getCodeSigners()) {
                        signers.add((X509Certificate)
                                signer.getSignerCertPath().getCertificates().get(0));
                    }
                }
            }
        } catch (SecurityException e) {
            throw new OperatorException(
                    OperatorException.Code.CORDAPP_REFUSED,
                    name(jar) + " has been changed after it was signed: " + e.getMessage() + ".",
                    "Build it again.",
                    e);
        }
        return signers;
    }

    /** Makes a node's directory hold the member's jars and no others. */
    void install(Member member, NodeDirectory node) throws IOException {
        PrivateFiles.makeDirectories(node.getCordapps());
        List<Path> wanted = of(member);
        Set<String> names = wanted.stream().map(CordappSet::name).collect(Collectors.toSet());
        for (Path present : jarsIn(node.getCordapps())) {
            if (!names.contains(name(present))) {
                node.announce(NodeDirectory.Change.CORDAPPS);
                Files.delete(present);
            }
        }
        for (Path jar : wanted) {
            Path target = node.getCordapps().resolve(name(jar));
            if (!isSame(jar, target)) {
                node.announce(NodeDirectory.Change.CORDAPPS);
                copy(jar, target);
            }
        }
    }

    /** Whether both files exist with the same content. */
    static boolean isSame(Path source, Path target) throws IOException {
        return Files.exists(target)
                && Files.size(source) == Files.size(target)
                && Arrays.equals(Files.readAllBytes(source), Files.readAllBytes(target));
    }

    /** Copies a file as a whole: a node that still runs keeps the one that it has open. */
    static void copy(Path source, Path target) throws IOException {
        Path fresh = target.resolveSibling(name(target) + ".copying");
        Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
