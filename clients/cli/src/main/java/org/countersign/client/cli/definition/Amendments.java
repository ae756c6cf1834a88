package org.countersign.client.cli.definition;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.workflows.definition.AmendmentView;

/** How an amendment is shown before it is announced. */
public final class Amendments {
    private Amendments() {}

    /**
     * An amendment for scripts.
     *
     * @param view what the node says of it
     * @return its fields
     */
    public static Fields document(AmendmentView view) {
        return new Fields()
                .with("security", view.getSymbol())
                .with("version", view.getVersion())
                .with("amendment", view.getDigest())
                .with("changes", view.getChanges())
                .with("effects", view.getEffects())
                .with("approvers", view.getApprovers())
                .with("notice", view.getNotice().toString())
                .with("earliest", view.getEarliest());
    }

    /**
     * What changes, for people.
     *
     * @param view what the node says of it
     * @return lines
     */
    public static List<String> changes(AmendmentView view) {
        List<String> lines = new ArrayList<>(view.getChanges());
        lines.addAll(view.getEffects());
        return lines;
    }

    /**
     * What changes, who approves it, and when, for people.
     *
     * @param view what the node says of it
     * @return lines
     */
    public static List<String> lines(AmendmentView view) {
        List<String> lines = changes(view);
        Table table = new Table().row("amendment", view.getDigest().toString());
        view.getApprovers().forEach(approver -> table.row("to be approved", approver));
        table.row("notice", Periods.spoken(view.getNotice()));
        table.row("in force", "not before " + view.getEarliest() + ", if it is announced now");
        lines.addAll(table.lines());
        return lines;
    }
}
