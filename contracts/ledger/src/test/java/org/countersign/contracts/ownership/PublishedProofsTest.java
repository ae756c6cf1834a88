package org.countersign.contracts.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.core.crypto.SecureHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proofs that others published, good and bad, judged as they judge them. */
class PublishedProofsTest {
    static Stream<String> inclusion() throws IOException {
        return files("inclusion__");
    }

    static Stream<String> consistency() throws IOException {
        return files("consistency__");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inclusion")
    void anInclusionProofIsJudgedAsPublished(String file) throws IOException {
        Published published = new Published(file);
        assertThat(published.includes()).isEqualTo(!published.isBad());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("consistency")
    void aConsistencyProofIsJudgedAsPublished(String file) throws IOException {
        Published published = new Published(file);
        assertThat(published.continues()).isEqualTo(!published.isBad());
    }

    @Test
    void thereAreProofsToJudge() throws IOException {
        assertThat(inclusion().count()).isGreaterThan(40);
        assertThat(consistency().count()).isGreaterThan(35);
    }

    private static Stream<String> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            List<String> names = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .collect(Collectors.toList());
            return names.stream();
        }
    }

    private static Path directory() {
        try {
            return Paths.get(
                    PublishedProofsTest.class.getResource("published-proofs").toURI());
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** One file. A field that no hash, size or place can have makes the proof one that is not accepted. */
    private static final class Published {
        private final String json;

        Published(String file) throws IOException {
            json = new String(Files.readAllBytes(directory().resolve(file)), StandardCharsets.UTF_8);
        }

        boolean isBad() {
            return "true".equals(match("\"wantErr\": (true|false)"));
        }

        boolean includes() {
            try {
                return new InclusionProof(number("leafIdx"), number("treeSize"), path())
                        .provesLeaf(hash("leafHash"), hash("root"));
            } catch (IllegalArgumentException | ArithmeticException malformed) {
                return false;
            }
        }

        boolean continues() {
            try {
                return new ConsistencyProof(number("size1"), number("size2"), path())
                        .proves(hash("root1"), hash("root2"));
            } catch (IllegalArgumentException | ArithmeticException malformed) {
                return false;
            }
        }

        private long number(String field) {
            return new BigInteger(match("\"" + field + "\": (\\d+)")).longValueExact();
        }

        private SecureHash hash(String field) {
            return sha256(match("\"" + field + "\": \"([^\"]*)\""));
        }

        private List<SecureHash> path() {
            List<SecureHash> path = new ArrayList<>();
            Matcher elements = Pattern.compile("\"([^\"]*)\"").matcher(match("(?s)\"proof\": (null|\\[.*?])"));
            while (elements.find()) {
                path.add(sha256(elements.group(1)));
            }
            return path;
        }

        private String match(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(json);
            assertThat(matcher.find()).as(pattern).isTrue();
            return matcher.group(1);
        }

        private static SecureHash sha256(String base64) {
            return new SecureHash.SHA256(Base64.getDecoder().decode(base64));
        }
    }
}
