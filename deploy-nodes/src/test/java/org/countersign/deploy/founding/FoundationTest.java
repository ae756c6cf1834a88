package org.countersign.deploy.founding;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.countersign.deploy.OperatorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundationTest {
    @TempDir
    Path directory;

    private StateDirectory state;

    @BeforeEach
    void found() throws IOException {
        state = StateDirectory.of(directory, "sample");
        PrivateFiles.makeDirectories(state.getPath());
        new Foundation(SampleTopology.in(directory)).write(state);
    }

    @Test
    void theSameTopologyFits() {
        assertThatCode(() -> new Foundation(SampleTopology.in(directory)).requireSame(state))
                .doesNotThrowAnyException();
    }

    @Test
    void moreMemoryFits() {
        String more = SampleTopology.TEXT.replace("roles = [issuer]", "roles = [issuer], heap = 512m");
        assertThatCode(() -> new Foundation(SampleTopology.in(directory, more)).requireSame(state))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherNameDoesNotFitAndIsNamed() {
        refuses("O=Bank,", "O=Banque,", "member bank, name was 'O=Bank, L=London, C=GB' and is now 'O=Banque,");
    }

    @Test
    void anotherPortDoesNotFitAndIsNamed() {
        refuses("first = 20000", "first = 21000", "member bank, p2p port was '20020' and is now '21020'");
    }

    @Test
    void aNewMemberDoesNotFitAndIsNamed() {
        refuses(
                "]\nnotary",
                "  { id = new, legalName = \"O=New,L=London,C=GB\", roles = [dealer] }\n]\nnotary",
                "member new, database was absent");
    }

    private void refuses(String what, String by, String expected) {
        String changed = SampleTopology.TEXT.replace(what, by);
        assertThatThrownBy(() -> new Foundation(SampleTopology.in(directory, changed)).requireSame(state))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining(expected);
    }
}
