package org.countersign.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The key that the build makes to sign CorDapps with: whoever can read it can sign contracts as this machine does. */
class SigningKeyTest {
    @Test
    void onlyItsOwnerCanReadTheKeyThatTheBuildHasMade() throws IOException {
        Path directory = Paths.get(System.getProperty("signing.demo.directory"));
        assertThat(permissions(directory)).isEqualTo("rwx------");
        try (Stream<Path> keys = Files.list(directory)) {
            assertThat(keys.filter(key -> key.toString().endsWith(".p12")))
                    .allSatisfy(key -> assertThat(permissions(key)).isEqualTo("rw-------"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
