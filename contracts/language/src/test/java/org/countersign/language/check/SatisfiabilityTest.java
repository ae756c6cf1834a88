package org.countersign.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.Sources;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SatisfiabilityTest {
    private static boolean canHold(Condition condition) {
        return new Satisfiability(Operation.TRANSFER, new SearchWork()).canHold(condition);
    }

    private static Condition sits(int pigeon, int hole) {
        Value number = new Value(ValueType.NAMES, Collections.singletonList(pigeon + "." + hole));
        return Condition.rule(new Clause("listed", Collections.singletonMap("lists", number), 1));
    }

    // More pigeons than holes, none with another one: impossible, and no way to see it is known that is much shorter
    // than to try.
    private static Condition pigeons(int holes) {
        List<Condition> demanded = new ArrayList<>();
        for (int pigeon = 0; pigeon <= holes; pigeon++) {
            List<Condition> somewhere = new ArrayList<>();
            for (int hole = 0; hole < holes; hole++) {
                somewhere.add(sits(pigeon, hole));
                for (int other = 0; other < pigeon; other++) {
                    demanded.add(Condition.not(Condition.all(Arrays.asList(sits(pigeon, hole), sits(other, hole)))));
                }
            }
            demanded.add(Condition.any(somewhere));
        }
        return Condition.all(demanded);
    }

    @Test
    @DisplayName("What is impossible is found")
    void theImpossibleIsFound() {
        assertThat(canHold(pigeons(1))).isFalse();
        assertThat(canHold(pigeons(3))).isFalse();
        assertThat(canHold(Condition.not(sits(1, 1)))).isTrue();
    }

    @Test
    @Tag("attack-32")
    @DisplayName("A search that would take for ever ends, and what it has not found is taken for possible")
    void theSearchIsBounded() {
        assertThat(canHold(pigeons(6))).isTrue();
    }

    @Test
    @Tag("attack-32")
    @DisplayName("A source that is made to be searched for ever is checked all the same")
    void hardSourcesAreChecked() {
        List<String> lines = new ArrayList<>();
        for (Condition demanded : pigeons(5).getParts()) {
            List<String> words = new ArrayList<>();
            demanded.rules()
                    .forEach(rule ->
                            words.add("listed " + rule.getValues().get("lists").written()));
            lines.add("when trading-hours opens 09:00 closes 17:00 zone UTC or sanctions-clear");
            lines.add(
                    demanded.getRule() == null && words.size() == 2
                            ? "forbid " + String.join(" and ", words)
                            : "require " + String.join(" or ", words));
        }

        assertThat(Sources.check(Sources.share(lines.toArray(new String[0]))).errors())
                .extracting(diagnostic -> diagnostic.getKind())
                .containsAnyOf(DiagnosticKind.TOO_LARGE_POLICY, DiagnosticKind.CONTRADICTION);
    }
}
