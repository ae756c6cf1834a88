package org.countersign.deploy.running;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.countersign.deploy.OperatorException;
import org.countersign.deploy.founding.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLockTest {
    @TempDir
    Path directory;

    @Test
    void twoCommandsDoNotChangeOneNetworkAtATime() throws IOException {
        StateDirectory state = StateDirectory.of(directory, "demo");
        try (CommandLock first = CommandLock.of(state)) {
            assertThatThrownBy(() -> CommandLock.of(state))
                    .isInstanceOf(OperatorException.class)
                    .hasMessageContaining("Another command");
            assertThatCode(() -> CommandLock.of(StateDirectory.of(directory, "other"))
                            .close())
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> CommandLock.of(state).close()).doesNotThrowAnyException();
    }
}
