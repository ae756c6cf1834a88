package org.countersign.client.cli.governance;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.contracts.governance.CommitteeMember;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.governance.CommitteeTerms;
import org.countersign.workflows.governance.ListCommitteesFlow;

/** How committees are found and shown. */
final class CommitteeViews {
    private CommitteeViews() {}

    static CommitteeState named(Ledger ledger, String name) {
        List<CommitteeState> known = ledger.run(ListCommitteesFlow.class);
        return known.stream()
                .filter(committee -> committee.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        ledger.self().id() + " knows no committee '" + name + "'.",
                        "Committees are: "
                                + String.join(
                                        ", ",
                                        known.stream()
                                                .map(CommitteeState::getName)
                                                .toList())
                                + "."));
    }

    static Fields document(CommitteeState committee) {
        CommitteeTerms terms = committee.getTerms();
        List<Object> members = new ArrayList<>();
        for (CommitteeMember member : terms.getMembers()) {
            members.add(new Fields()
                    .with("name", member.getParty().getName())
                    .with("weight", member.getWeight())
                    .toMap());
        }
        return new Fields()
                .with("committee", committee.getName())
                .with("aspect", committee.getAspect().name())
                .with("segment", terms.getSegment())
                .with("epoch", committee.getEpoch())
                .with("threshold", terms.getThreshold())
                .with("members", members)
                .with(
                        "attestationValiditySeconds",
                        terms.getAttestationValidity().getSeconds())
                .with(
                        "observers",
                        terms.getObservers().stream()
                                .map(observer -> (Object) observer.getName())
                                .toList())
                .with("id", committee.getLinearId().getId().toString());
    }

    static List<String> lines(Ledger ledger, CommitteeState committee) {
        CommitteeTerms terms = committee.getTerms();
        Table table = new Table()
                .row("segment", terms.getSegment())
                .row("epoch", Integer.toString(committee.getEpoch()))
                .row("threshold", Integer.toString(terms.getThreshold()))
                .row("validity", terms.getAttestationValidity().getSeconds() + " seconds");
        for (CommitteeMember member : terms.getMembers()) {
            table.row("member", ledger.call(member.getParty().getName()), "weight " + member.getWeight());
        }
        terms.getObservers().forEach(observer -> table.row("observer", ledger.call(observer.getName())));
        List<String> lines = new ArrayList<>();
        lines.add(committee.getName() + ", for " + committee.getAspect());
        lines.addAll(table.lines());
        return lines;
    }
}
