package org.countersign.deploy.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of nodes: the jars of the unpacked capsule.
 *
 * <p>The virtual machine looks for each class, and the Quasar agent for each superclass and called class, in one jar
 * after another. With the jars that most classes come from in front, a node needs about a seventh less processor time
 * to start than in the order of the directory.
 */
final class NodeClassPath {
    /** By how many classes a starting node loads from them, most first. */
    private static final List<String> FIRST = Arrays.asList(
            "hibernate-core-",
            "kotlin-reflect-",
            "liquibase-core-",
            "corda-node-4",
            "bcprov-",
            "byte-buddy-",
            "log4j-core-",
            "h2-",
            "corda-core-",
            "corda-serialization-4",
            "guava-",
            "artemis-server-",
            "jackson-databind-",
            "netty-common-",
            "kotlin-stdlib-1",
            "artemis-core-client-",
            "corda-node-api-",
            "artemis-commons-",
            "rxjava-",
            "quasar-core-",
            "netty-transport-4",
            "classgraph-",
            "javax.persistence-api-",
            "config-",
            "kryo-4",
            "picocli-",
            "corda-common-");

    private final List<Path> jars;

    NodeClassPath(Path capsule) throws IOException {
        try (Stream<Path> files = Files.list(capsule)) {
            this.jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /** The jars in the order in which they are searched. */
    List<Path> ordered() {
        List<Path> ordered = new ArrayList<>();
        for (String prefix : FIRST) {
            jars.stream()
                    .filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .forEach(ordered::add);
        }
        jars.stream().filter(jar -> !ordered.contains(jar)).forEach(ordered::add);
        return ordered;
    }

    @Override
    public String toString() {
        return ordered().stream().map(Path::toString).collect(Collectors.joining(":"));
    }
}
