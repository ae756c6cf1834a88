package org.countersign.language.ledger;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.contracts.definition.Isin;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Catalogue;
import org.countersign.language.interpret.PolicyInterpreter;
import org.countersign.language.model.Clause;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.vocabulary.Section;

/**
 * What a model says, in the ledger's own types: what a definition is registered with. Issuer and registrars read the
 * same source with it, and registrars sign only if they come to the same.
 *
 * <p>What the ledger has no place for yet, the instrument's own clauses and the duties of disclosure, stays in the
 * source, which the definition pins.
 */
public final class LedgerMapping {
    private static final Set<Operation> RECEIVED = EnumSet.of(Operation.FORCE_TRANSFER, Operation.RECOVER);

    private final SecurityModel model;
    private final Catalogue catalogue;

    /**
     * Creates a mapping.
     *
     * @param model what a source says, checked
     * @param catalogue the rules that it was checked with
     */
    public LedgerMapping(SecurityModel model, Catalogue catalogue) {
        this.model = model;
        this.catalogue = catalogue;
    }

    /** What the security is. */
    public SecurityTerms terms() {
        return new SecurityTerms(
                model.getSymbol(),
                model.getIsin().map(Isin::new).orElse(null),
                model.getName(),
                model.getCurrency(),
                model.getDenomination().getAmount(),
                model.getSupply(),
                model.getDecimals());
    }

    /** Who may deal in it, how much and when. */
    public CompliancePolicy compliancePolicy() {
        return new PolicyInterpreter(catalogue).policy(model);
    }

    /** The segment that it belongs to, {@link Segment#WHOLE_NETWORK} if the source names none. */
    public String segment() {
        return model.value(Section.VALIDATION, "segment", "name")
                .map(name -> (String) name.getCarrier())
                .orElse(Segment.WHOLE_NETWORK);
    }

    /** What can be done to a holder on an order; empty if the source allows nothing. */
    public List<Operation> measures() {
        return model.value(Section.CONTROL, "allow", "measures")
                .map(LedgerMapping::operations)
                .orElse(Collections.emptyList());
    }

    /** How long before it takes effect an amendment is announced; null if the source does not say how it is amended. */
    public Period amendmentNotice() {
        return model.value(Section.CONTROL, "amend", "notice")
                .map(notice -> (Period) notice.getCarrier())
                .orElse(null);
    }

    /**
     * Who attests what, in the order of the source. The registrars attest every operation, and every measure that is
     * allowed. Where the source names no operations, others attest each that moves a holding, and IDENTITY also the
     * measures that give to somebody. Who approves amendments attests them too.
     */
    public List<NamedRequirement> requirements() {
        List<NamedRequirement> requirements = new ArrayList<>();
        for (Clause attest : model.clauses(Section.VALIDATION, "attest")) {
            Aspect aspect = Aspect.valueOf(
                    constant((String) attest.getValues().get("aspect").getCarrier()));
            String committee = (String) attest.getValues().get("by").getCarrier();
            Set<Operation> operations = attest.value("on")
                    .map(LedgerMapping::operations)
                    .<Set<Operation>>map(EnumSet::copyOf)
                    .orElseGet(() -> usual(aspect));
            if (approvers().contains(aspect)) {
                operations.add(Operation.AMEND);
            }
            requirements.add(new NamedRequirement(aspect, committee, operations));
        }
        return requirements;
    }

    private Set<Aspect> approvers() {
        Set<Aspect> approvers = EnumSet.noneOf(Aspect.class);
        model.value(Section.CONTROL, "amend", "by")
                .ifPresent(words -> words.texts().forEach(word -> approvers.add(Aspect.valueOf(constant(word)))));
        return approvers;
    }

    private Set<Operation> usual(Aspect aspect) {
        Set<Operation> usual = EnumSet.range(
                aspect == Aspect.OWNERSHIP ? Operation.DEFINE : Operation.ISSUE, Operation.CORPORATE_ACTION);
        for (Operation measure : measures()) {
            if (aspect == Aspect.OWNERSHIP || aspect == Aspect.IDENTITY && RECEIVED.contains(measure)) {
                usual.add(measure);
            }
        }
        return usual;
    }

    private static List<Operation> operations(Value words) {
        List<Operation> operations = new ArrayList<>();
        words.texts().forEach(word -> operations.add(Operation.valueOf(constant(word))));
        return operations;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
