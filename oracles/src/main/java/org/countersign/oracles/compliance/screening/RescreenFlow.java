package org.countersign.oracles.compliance.screening;

import co.paralleluniverse.fibers.Suspendable;
import java.util.Collections;
import java.util.List;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowLogic;
import net.corda.core.flows.StartableByService;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.validation.Refusal;
import org.countersign.workflows.validation.journal.Journal;
import org.countersign.workflows.validation.journal.JournalRecord;

/**
 * Screens those again whom this authority knows and has not screened with the lists as they are now; returns how many.
 *
 * <p>Steps, for some persons at a time until none is left: look them up, beside the flow; keep what was found; enter it
 * into the journal. An entry is about no transaction, and its asker is the authority itself.
 */
@StartableByService
public final class RescreenFlow extends FlowLogic<Integer> {
    /** The requirement in the findings of such an entry. */
    public static final String REQUIREMENT = "countersign.compliance.sanctions";

    private static final String HIT = "SANCTIONS_HIT";
    private static final String UNREADABLE = "NAME_NOT_READABLE";
    private static final int MOST_FIGURES = 500;

    @Suspendable
    @Override
    public Integer call() {
        int screened = 0;
        Rescreening done = await(new RescreeningRound(getServiceHub()));
        while (done.count() > 0) {
            done.keep(getServiceHub());
            enter(done);
            screened += done.count();
            done = await(new RescreeningRound(getServiceHub()));
        }
        return screened;
    }

    private void enter(Rescreening done) {
        boolean clear = done.hits() == 0;
        String reason = done.count() + " known persons were screened; there are " + done.hits() + " hits."
                + (done.unreadable() == 0 ? "" : " Names that could not be compared: " + done.unreadable() + ".");
        FindingResult ofNames = done.unreadable() == 0 ? FindingResult.MET : FindingResult.UNDECIDED;
        String code = done.unreadable() == 0 ? "CLEAR" : UNREADABLE;
        List<Figure> figures =
                done.likenesses().subList(0, Math.min(done.likenesses().size(), MOST_FIGURES));
        Finding finding =
                new Finding(REQUIREMENT, clear ? ofNames : FindingResult.NOT_MET, clear ? code : HIT, reason, figures);
        JournalRecord record = new JournalRecord(getOurIdentity().getName(), SecureHash.zeroHash, Aspect.COMPLIANCE)
                .found(new ValidationReport(
                        SecureHash.zeroHash, Aspect.COMPLIANCE, Collections.singletonList(finding)));
        done.versions().forEach(version -> record.shown("list", version));
        if (!clear) {
            record.refused(new Refusal(getOurIdentity().getName(), HIT, reason));
        }
        Journal.enter(getServiceHub(), record);
    }
}
