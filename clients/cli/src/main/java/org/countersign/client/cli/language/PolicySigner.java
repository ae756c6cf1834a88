package org.countersign.client.cli.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/**
 * Signs the jar of a policy, as the build signs CorDapps. Nodes take a jar with classes from others only if a key has
 * signed it that has signed one of the CorDapps which they have installed.
 */
final class PolicySigner {
    private final KeyStore.PrivateKeyEntry key;

    private PolicySigner(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    static PolicySigner of(Path keystore, String alias, char[] password) {
        try (InputStream stream = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, password);
            KeyStore.Entry entry = store.getEntry(alias, new KeyStore.PasswordProtection(password));
            if (entry instanceof KeyStore.PrivateKeyEntry found) {
                return new PolicySigner(found);
            }
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    keystore + " has no private key under the alias '" + alias + "'.",
                    "Name the alias with --alias; 'keytool -list' shows which there are.");
        } catch (IOException | GeneralSecurityException e) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    "The key store " + keystore + " cannot be opened: " + e.getMessage() + ".",
                    "Name a PKCS12 file, and its right password.",
                    e);
        }
    }

    byte[] sign(byte[] jar) {
        try {
            Path unsigned = Files.createTempFile("policy", ".jar");
            try {
                Files.write(unsigned, jar);
                return sign(unsigned);
            } finally {
                Files.delete(unsigned);
            }
        } catch (IOException e) {
            throw new Failure(FailureCode.FILE_WRONG, "The jar cannot be signed: " + e + ".", "Free some space.", e);
        }
    }

    private byte[] sign(Path unsigned) throws IOException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (ZipFile file = new ZipFile(unsigned.toFile())) {
            new JarSigner.Builder(key)
                    .digestAlgorithm("SHA-256")
                    .signerName("CNTRSIGN")
                    .build()
                    .sign(file, signed);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (JarSignerException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "The key cannot sign a jar: " + e.getMessage() + ".",
                    "Use an EC or RSA key, as CorDapps are signed with.",
                    e);
        }
        return signed.toByteArray();
    }
}
