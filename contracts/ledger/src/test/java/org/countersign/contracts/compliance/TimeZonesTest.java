package org.countersign.contracts.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
    @Test
    @DisplayName("Every listed zone is one that this JDK knows, and rules take it")
    void known() {
        assertThat(TimeZones.names())
                .hasSize(470)
                .contains("UTC", "Europe/Berlin")
                .allSatisfy(name -> {
                    assertThat(ZoneId.of(name)).isNotNull();
                    assertThat(ParameterType.ZONE.checked(name)).isEqualTo(name);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Kyiv",
                "America/Nuuk",
                "America/Coyhaique",
                "Etc/GMT-3",
                "US/Eastern",
                "Europe/Berlim",
                ""
            })
    @DisplayName("A zone that came later, that is another's name or none is refused, whatever this JDK knows")
    void others(String name) {
        assertThatThrownBy(() -> ParameterType.ZONE.checked(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
