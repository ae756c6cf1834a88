package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.UniqueIdentifier;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.Receipts;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.MembershipEvidence;
import org.countersign.contracts.segment.SegmentMembershipState;
import org.countersign.contracts.segment.SegmentState;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.workflows.segment.ListSegmentsFlow;
import org.countersign.workflows.segment.SegmentDecisionOutcome;

/** How segments and memberships are found and shown. */
final class SegmentViews {
    private SegmentViews() {}

    /** The segment of a name. */
    static SegmentState named(Ledger ledger, String name) {
        List<SegmentState> known = ledger.run(ListSegmentsFlow.class);
        return known.stream()
                .filter(segment -> segment.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        ledger.self().id() + " knows no segment '" + name + "'.",
                        known.isEmpty()
                                ? "None is established."
                                : "Segments are: "
                                        + String.join(
                                                ", ",
                                                known.stream()
                                                        .map(SegmentState::getName)
                                                        .toList())
                                        + "."));
    }

    static Fields document(SegmentState segment) {
        SegmentTerms terms = segment.getTerms();
        List<Object> conditions = new ArrayList<>();
        for (AdmissionCondition condition : terms.getAdmission().getConditions()) {
            conditions.add(new Fields()
                    .with("code", condition.getCode())
                    .with("sentence", condition.getSentence())
                    .toMap());
        }
        return new Fields()
                .with("segment", segment.getName())
                .with("id", segment.getLinearId().getExternalId())
                .with("version", segment.getVersion())
                .with("conditions", conditions)
                .with("countries", terms.getAdmission().getCountries())
                .with("formerMembersDispose", terms.getAdmission().getFormerMembersDispose())
                .with(
                        "observers",
                        terms.getObservers().stream()
                                .map(observer -> (Object) observer.getName())
                                .toList())
                .with("symbols", terms.getPermittedSecurities().getSymbols())
                .with("currencies", terms.getPermittedSecurities().getCurrencies())
                .with("acquirersFrom", digests(terms.getCrossSegment().getAcquirersFrom()))
                .with("holdingsIn", digests(terms.getCrossSegment().getHoldingsIn()))
                .with("freezeOnOrder", terms.getFreezeOnOrder());
    }

    private static List<Object> digests(List<UniqueIdentifier> segments) {
        return segments.stream()
                .map(segment -> (Object) segment.getExternalId())
                .toList();
    }

    static List<String> lines(Ledger ledger, SegmentState segment, List<SegmentState> all) {
        SegmentTerms terms = segment.getTerms();
        Table table = new Table().row("version", Integer.toString(segment.getVersion()));
        terms.getAdmission()
                .getConditions()
                .forEach(condition -> table.row("condition", condition.getCode(), condition.getSentence()));
        row(table, "countries", terms.getAdmission().getCountries());
        terms.getObservers().forEach(observer -> table.row("observer", ledger.call(observer.getName())));
        row(table, "symbols", terms.getPermittedSecurities().getSymbols());
        row(table, "currencies", terms.getPermittedSecurities().getCurrencies());
        row(table, "acquirers from", names(terms.getCrossSegment().getAcquirersFrom(), all));
        row(table, "holdings in", names(terms.getCrossSegment().getHoldingsIn(), all));
        table.row("former members", terms.getAdmission().getFormerMembersDispose() ? "may dispose" : "may not dispose");
        table.row("freeze on order", terms.getFreezeOnOrder() ? "granted" : "not granted");
        List<String> lines = new ArrayList<>();
        lines.add("Segment " + segment.getName());
        lines.addAll(table.lines());
        return lines;
    }

    private static void row(Table table, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            table.row(title, String.join(", ", entries));
        }
    }

    private static List<String> names(List<UniqueIdentifier> segments, List<SegmentState> all) {
        return segments.stream()
                .map(id -> all.stream()
                        .filter(known -> known.getLinearId().equals(id))
                        .map(SegmentState::getName)
                        .findFirst()
                        .orElse(id.getExternalId()))
                .toList();
    }

    static Fields document(SegmentMembershipState membership) {
        List<Object> evidence = new ArrayList<>();
        for (MembershipEvidence piece : membership.getEvidence()) {
            evidence.add(new Fields()
                    .with("condition", piece.getCondition())
                    .with("description", piece.getDescription())
                    .with("document", piece.getDocument())
                    .toMap());
        }
        return new Fields()
                .with("member", membership.getMember().getName())
                .with("segmentId", membership.getSegment().getExternalId())
                .with("status", membership.getStanding().getStatus().name())
                .with("reasonCode", membership.getStanding().getReasonCode())
                .with("reason", membership.getStanding().getReason())
                .with("evidence", evidence);
    }

    /** What became of a decision. */
    static Answer answer(Ledger ledger, SegmentDecisionOutcome outcome, String done, Fields facts) {
        List<Object> open =
                outcome.getOpen().stream().map(name -> (Object) name).toList();
        Fields document =
                new Fields().with("decision", outcome.getDecision()).with("carriedOut", outcome.getReceipt() != null);
        facts.toMap().forEach(document::with);
        document.with(
                        "taken",
                        outcome.getTaken().stream().map(name -> (Object) name).toList())
                .with("open", open);
        if (outcome.getReceipt() != null) {
            return Receipts.answer(ledger, outcome.getReceipt(), done, document);
        }
        return Answer.of(
                document,
                "Decided at " + ledger.self().id()
                        + ", and not carried out yet: no quorum of operators has decided so.",
                "Open: "
                        + String.join(
                                ", ",
                                outcome.getOpen().stream().map(ledger::call).toList())
                        + ". Have them give the same command in the same words.");
    }
}
