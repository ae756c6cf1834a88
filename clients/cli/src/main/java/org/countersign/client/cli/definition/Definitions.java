package org.countersign.client.cli.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.Ledger;
import org.countersign.contracts.definition.Amendment;
import org.countersign.contracts.definition.Provisions;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Operation;

/** How a definition is shown. */
final class Definitions {
    private Definitions() {}

    static Fields document(SecurityDefinitionState definition) {
        SecurityTerms terms = definition.getTerms();
        List<Object> validation = new ArrayList<>();
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            validation.add(new Fields()
                    .with("aspect", requirement.getAspect().name())
                    .with("committee", requirement.getCommittee().getId().toString())
                    .with(
                            "operations",
                            requirement.getOperations().stream()
                                    .map(Operation::name)
                                    .toList())
                    .toMap());
        }
        return new Fields()
                .with("symbol", terms.getSymbol())
                .with("isin", terms.getIsin() == null ? null : terms.getIsin().getCode())
                .with("name", terms.getName())
                .with("issuer", definition.getIssuer().getName())
                .with("currency", terms.getCurrency())
                .with("denomination", terms.getDenomination())
                .with("authorisedQuantity", terms.getAuthorisedQuantity())
                .with("decimals", terms.getFractionDigits())
                .with("status", definition.getStatus().name())
                .with("statusReason", definition.getStatusReason())
                .with("pausedUntil", definition.getPausedUntil())
                .with("version", definition.getVersion())
                .with("id", definition.getLinearId().getId().toString())
                .with("segment", definition.getValidationPolicy().getSegment())
                .with("validation", validation)
                .with("compliance", definition.getCompliancePolicy().describe())
                .with("amendmentNotice", Objects.toString(definition.getAmendmentNotice(), null))
                .with("announced", announced(definition));
    }

    static List<String> lines(Ledger ledger, SecurityDefinitionState definition) {
        SecurityTerms terms = definition.getTerms();
        Table table = new Table()
                .row("issuer", ledger.call(definition.getIssuer().getName()))
                .row("isin", terms.getIsin() == null ? "none" : terms.getIsin().getCode())
                .row("denomination", terms.getDenomination().toPlainString() + " " + terms.getCurrency())
                .row("authorised", terms.getAuthorisedQuantity().toPlainString() + " units")
                .row("decimals", Integer.toString(terms.getFractionDigits()))
                .row("status", status(definition))
                .row("segment", definition.getValidationPolicy().getSegment())
                .row("version", Integer.toString(definition.getVersion()));
        for (AspectRequirement requirement : definition.getValidationPolicy().getRequirements()) {
            table.row(
                    "validation",
                    requirement.getAspect() + " for "
                            + requirement.getOperations().stream()
                                    .map(Operation::name)
                                    .collect(Collectors.joining(", ")));
        }
        table.row("compliance", compliance(definition));
        if (definition.getAmendmentNotice() != null) {
            table.row("amended with", "a notice of " + Periods.spoken(definition.getAmendmentNotice()));
        }
        if (definition.getAnnounced() != null) {
            table.row(
                    "announced",
                    "an amendment, which can be completed from "
                            + definition.getAnnounced().getEffective() + " on");
        }
        List<String> lines = new ArrayList<>();
        lines.add(terms.getSymbol() + ", " + terms.getName());
        lines.addAll(table.lines());
        return lines;
    }

    private static Fields announced(SecurityDefinitionState definition) {
        Amendment amendment = definition.getAnnounced();
        if (amendment == null) {
            return null;
        }
        Provisions provisions = amendment.getProvisions();
        return new Fields()
                .with("effective", amendment.getEffective())
                .with("amendment", definition.amendmentDigest(provisions))
                .with("name", provisions.getTerms().getName())
                .with("authorisedQuantity", provisions.getTerms().getAuthorisedQuantity())
                .with("compliance", provisions.getCompliancePolicy().describe());
    }

    private static String compliance(SecurityDefinitionState definition) {
        String policy = definition.getCompliancePolicy().describe();
        return policy.isEmpty() ? "no policy" : policy;
    }

    static String status(SecurityDefinitionState definition) {
        String until = definition.getPausedUntil() == null ? "" : " until " + definition.getPausedUntil();
        return definition.getStatusReason().isEmpty()
                ? definition.getStatus().name()
                : definition.getStatus() + until + ": " + definition.getStatusReason();
    }
}
