package org.countersign.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countersign.contracts.segment.Segment;
import org.countersign.language.model.Clause;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.SourceText;
import org.countersign.language.source.Span;
import org.countersign.language.vocabulary.Nearest;
import org.countersign.language.vocabulary.Section;

/** What a validation section names, against the committees of a network. */
public final class CommitteeCheck {
    private final SourceText source;
    private final Diagnostics diagnostics;
    private final List<KnownCommittee> committees;
    private final List<String> segments;

    /**
     * Creates a check.
     *
     * @param source the source
     * @param diagnostics takes in what is wrong
     * @param committees the committees of the network
     * @param segments the segments that its registrars have established, by name; a committee of its own makes one too
     */
    public CommitteeCheck(
            SourceText source, Diagnostics diagnostics, List<KnownCommittee> committees, List<String> segments) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.committees = new ArrayList<>(committees);
        this.segments = new ArrayList<>(segments);
    }

    /**
     * Checks a model.
     *
     * @param model what the source says
     */
    public void check(SecurityModel model) {
        String segment = model.value(Section.VALIDATION, "segment", "name")
                .map(name -> (String) name.getCarrier())
                .orElse(Segment.WHOLE_NETWORK);
        checkSegment(model, segment);
        model.clauses(Section.VALIDATION, "attest").forEach(attest -> {
            if (attest.value("by").isPresent() && attest.value("aspect").isPresent()) {
                checkCommittee(attest, segment);
            }
        });
    }

    private void checkSegment(SecurityModel model, String segment) {
        Set<String> known = new TreeSet<>(segments);
        known.add(Segment.WHOLE_NETWORK);
        committees.forEach(committee -> known.add(committee.getSegment()));
        if (!known.contains(segment)) {
            report(
                    model.clauses(Section.VALIDATION, "segment").get(0),
                    "There is no segment '" + segment + "' on this network.",
                    Nearest.remedy(segment, known));
        }
    }

    private void checkCommittee(Clause attest, String segment) {
        String name = (String) attest.getValues().get("by").getCarrier();
        String aspect = (String) attest.getValues().get("aspect").getCarrier();
        List<KnownCommittee> named = committees.stream()
                .filter(committee -> committee.getName().equals(name))
                .collect(Collectors.toList());
        if (named.isEmpty()) {
            report(
                    attest,
                    "There is no committee '" + name + "' on this network.",
                    Nearest.remedy(
                            name,
                            committees.stream().map(KnownCommittee::getName).collect(Collectors.toList())));
        } else if (named.stream()
                .noneMatch(committee -> Value.word(committee.getAspect().name()).equals(aspect)
                        && Segment.isCompetent(committee.getSegment(), segment))) {
            KnownCommittee known = named.get(0);
            report(
                    attest,
                    "The committee '" + name + "' is competent for "
                            + Value.word(known.getAspect().name()) + " in the segment '" + known.getSegment()
                            + "', not for " + aspect + " in '" + segment + "'.",
                    "Name a committee of this aspect and segment, or of the whole network.");
        }
    }

    private void report(Clause clause, String reason, String remedy) {
        String line = source.getLines().get(clause.getLine() - 1);
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) <= ' ') {
            indent++;
        }
        int length = line.codePointCount(indent, line.length());
        diagnostics.report(
                DiagnosticKind.UNKNOWN_COMMITTEE, new Span(clause.getLine(), indent + 1, length), reason, remedy);
    }
}
