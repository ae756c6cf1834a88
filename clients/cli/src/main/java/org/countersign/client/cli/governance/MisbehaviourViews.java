package org.countersign.client.cli.governance;

import org.countersign.client.cli.answer.Fields;
import org.countersign.workflows.governance.MisbehaviourRecord;

/** How a record of misbehaviour is shown. */
final class MisbehaviourViews {
    private MisbehaviourViews() {}

    static Fields document(MisbehaviourRecord record) {
        return new Fields()
                .with("id", record.digest().toString())
                .with("accused", record.getAccused().getName())
                .with("kind", record.getKind().name())
                .with("transaction", record.getTransactionId())
                .with("aspect", record.getAspect().name())
                .with("recordedAt", record.getRecordedAt())
                .with("recorder", record.getRecorder().getName());
    }
}
