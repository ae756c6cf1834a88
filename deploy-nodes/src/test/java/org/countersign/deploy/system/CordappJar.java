package org.countersign.deploy.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes a jar for one node's {@code cordapps} directory of a package of the tests. */
final class CordappJar {
    private CordappJar() {}

    /** Packs the package of a class, and no other. */
    static void pack(Path jar, Class<?> member) throws IOException {
        Path classes = Paths.get("target/test-classes");
        String directory = member.getPackage().getName().replace('.', '/');
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> found = Files.list(classes.resolve(directory))) {
            for (Path type : found.sorted().collect(Collectors.toList())) {
                zip.putNextEntry(new ZipEntry(directory + "/" + type.getFileName()));
                zip.write(Files.readAllBytes(type));
                zip.closeEntry();
            }
        }
    }
}
