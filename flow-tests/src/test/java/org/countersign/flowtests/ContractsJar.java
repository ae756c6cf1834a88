package org.countersign.flowtests;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.countersign.contracts.holding.SecurityTokenContract;

/**
 * Other versions of the ledger's contracts, signed with the same key, as only its owner can make them; and other jars.
 */
final class ContractsJar {
    private ContractsJar() {}

    /** The installed jar with another version in its manifest. */
    static byte[] ofVersion(int version) {
        try {
            Path jar = Files.createTempFile(Paths.get(""), "contracts-" + version, ".jar");
            try (JarFile installed = new JarFile(new File(SecurityTokenContract.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()))) {
                Files.write(jar, unsigned(installed, version));
            }
            sign(jar);
            return Files.readAllBytes(jar);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Any jar, signed with the key of the contracts. */
    static byte[] signed(byte[] jar) {
        try {
            Path file = Files.createTempFile(Paths.get(""), "signed", ".jar");
            Files.write(file, jar);
            sign(file);
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static byte[] unsigned(JarFile installed, int version) throws IOException {
        Manifest manifest = new Manifest(installed.getManifest());
        manifest.getEntries().clear();
        manifest.getMainAttributes().putValue("Cordapp-Contract-Version", String.valueOf(version));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            Enumeration<JarEntry> entries = installed.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().matches("META-INF/(MANIFEST.MF|.*\\.(SF|EC|RSA|DSA))")) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    copy(installed, entry, jar);
                    jar.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void copy(JarFile from, JarEntry entry, JarOutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream(entry)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                to.write(buffer, 0, read);
            }
        }
    }

    private static void sign(Path jar) throws IOException, InterruptedException {
        Path signer = Paths.get(System.getProperty("java.home"), "..", "bin", "jarsigner");
        Process signing = new ProcessBuilder(
                        signer.toString(),
                        "-keystore",
                        System.getProperty("signing.keystore"),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        System.getProperty("signing.password"),
                        "-digestalg",
                        "SHA-256",
                        jar.toString(),
                        System.getProperty("signing.alias"))
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile(Paths.get(""), "jarsigner", ".log").toFile())
                .start();
        if (signing.waitFor() != 0) {
            throw new AssertionError("jarsigner failed for " + jar);
        }
    }
}
