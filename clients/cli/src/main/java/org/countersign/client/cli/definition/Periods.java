package org.countersign.client.cli.definition;

import java.time.Period;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;

/** How a period is shown: as a source says it. */
final class Periods {
    private Periods() {}

    static String spoken(Period period) {
        return new Value(ValueType.PERIOD, period).written();
    }
}
