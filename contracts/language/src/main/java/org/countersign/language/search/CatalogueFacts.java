package org.countersign.language.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.contracts.definition.SecurityStatus;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.identity.InvestorCategory;
import org.countersign.contracts.validation.Aspect;
import org.countersign.language.check.Admission;
import org.countersign.language.check.Catalogue;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.Money;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.vocabulary.Section;
import org.countersign.language.vocabulary.Signature;

/**
 * What the catalogue has of one security: what its issuer publishes, and what it takes to ask for it. Nothing else of
 * the security is in it, so that what is not published can neither be read nor be found out by asking.
 */
public final class CatalogueFacts {
    /** The most facts that are kept of one security. */
    public static final int MOST = 2_000;
    /** The attributes by which permissions are compared; they are not asked for by these names. */
    static final String ADMITTED = ".admitted";

    static final String BARRED = ".barred";

    private final SearchAttributes attributes = SearchAttributes.ofLedger();
    private final Set<String> published;
    private final Set<CatalogueFact> facts = new LinkedHashSet<>();

    private CatalogueFacts(Set<String> published) {
        this.published = published;
    }

    /**
     * What is public of a security that was registered from its source.
     *
     * @param model what the source says, checked
     * @param catalogue the rules that it was checked with
     * @return its facts in the order of the source, at most {@value #MOST}
     */
    public static List<CatalogueFact> of(SecurityModel model, Catalogue catalogue) {
        CatalogueFacts facts = new CatalogueFacts(new HashSet<>(model.value(Section.DISCLOSURE, "publish", "attributes")
                .map(Value::texts)
                .orElse(Collections.emptyList())));
        facts.addClauses(model);
        facts.add(
                SearchAttributes.KIND,
                new Value(ValueType.WORD, model.getInstrument().getWord()));
        facts.addCommittees(model);
        if (facts.published.contains("compliance")) {
            facts.addRules(model, catalogue);
            facts.addPermissions(new Admission(model));
        }
        return facts.bounded();
    }

    /**
     * What is public of a security whose source this node does not have: its terms, of which a security without source
     * keeps none back. Where there is a source, and it cannot be read, take {@link #least}.
     *
     * @param terms what the security is
     * @param issuer the obligor's X.500 name
     * @return its facts
     */
    public static List<CatalogueFact> of(SecurityTerms terms, String issuer) {
        CatalogueFacts facts = new CatalogueFacts(
                new HashSet<>(java.util.Arrays.asList("name", "isin", "currency", "denomination", "supply")));
        facts.add("symbol", new Value(ValueType.SYMBOL, terms.getSymbol()));
        facts.add("name", new Value(ValueType.TEXT, terms.getName()));
        facts.add("issuer", new Value(ValueType.TEXT, issuer));
        if (terms.getIsin() != null) {
            facts.add("isin", new Value(ValueType.ISIN, terms.getIsin().getCode()));
        }
        facts.add("currency", new Value(ValueType.CURRENCY, terms.getCurrency()));
        facts.add("denomination", new Value(ValueType.AMOUNT, new Money(terms.getDenomination(), terms.getCurrency())));
        facts.add("supply", new Value(ValueType.QUANTITY, terms.getAuthorisedQuantity()));
        facts.add("decimals", new Value(ValueType.COUNT, terms.getFractionDigits()));
        return facts.bounded();
    }

    /**
     * The least that is public of any security: what it takes to ask for it.
     *
     * @param symbol the symbol
     * @param issuer the obligor's X.500 name
     * @return its facts
     */
    public static List<CatalogueFact> least(String symbol, String issuer) {
        CatalogueFacts facts = new CatalogueFacts(Collections.emptySet());
        facts.add("symbol", new Value(ValueType.SYMBOL, symbol));
        facts.add("issuer", new Value(ValueType.TEXT, issuer));
        return facts.bounded();
    }

    /**
     * What registrars say of a security themselves.
     *
     * @param status whether holdings can move
     * @param registered the day of its registration in UTC, or null if it is not known
     * @return its facts
     */
    public static List<CatalogueFact> ofRegistrars(SecurityStatus status, LocalDate registered) {
        CatalogueFacts facts = new CatalogueFacts(Collections.emptySet());
        facts.add(SearchAttributes.STATUS, new Value(ValueType.WORD, Value.word(status.name())));
        if (registered != null) {
            facts.add(SearchAttributes.REGISTERED, new Value(ValueType.DATE, registered));
        }
        return facts.bounded();
    }

    private void addClauses(SecurityModel model) {
        for (Section section : model.sections()) {
            for (Clause clause : model.clauses(section)) {
                section.clause(clause.getWord()).ifPresent(signature -> addValues(section, signature, clause));
            }
        }
    }

    private void addValues(Section section, Signature signature, Clause clause) {
        for (Map.Entry<String, Value> value : clause.getValues().entrySet()) {
            add(SearchAttributes.name(section, signature, value.getKey()), value.getValue());
        }
    }

    private void addCommittees(SecurityModel model) {
        for (Clause attest : model.clauses(Section.VALIDATION, "attest")) {
            String aspect = (String) attest.getValues().get("aspect").getCarrier();
            for (Aspect known : Aspect.values()) {
                if (Value.word(known.name()).equals(aspect)) {
                    add(SearchAttributes.committee(known), attest.getValues().get("by"));
                }
            }
        }
    }

    private void addRules(SecurityModel model, Catalogue catalogue) {
        for (Block block : model.getCompliance()) {
            block.getRequirements().forEach(this::addDemanded);
            for (Clause rule : block.condition().rules()) {
                catalogue
                        .signature(rule.getWord())
                        .ifPresent(signature -> addValues(Section.COMPLIANCE, signature, rule));
            }
        }
    }

    // What is forbidden, and what only says when something else is demanded, is not demanded itself.
    private void addDemanded(Condition condition) {
        if (condition.getKind() == ConditionKind.RULE) {
            add(
                    SearchAttributes.REQUIRES,
                    new Value(ValueType.WORD, condition.getRule().getWord()));
        } else if (condition.getKind() == ConditionKind.WHEN) {
            addDemanded(condition.getParts().get(1));
        } else if (condition.getKind() != ConditionKind.NOT) {
            condition.getParts().forEach(this::addDemanded);
        }
    }

    private void addPermissions(Admission admission) {
        for (String place : admission.jurisdictions()) {
            String side = admission.admitsResidents(place) ? ADMITTED : BARRED;
            facts.add(CatalogueFact.hidden(SearchAttributes.JURISDICTION + side, place));
        }
        facts.add(CatalogueFact.shown(SearchAttributes.JURISDICTION, "", jurisdictions(admission)));
        Set<String> admitted = new TreeSet<>();
        for (InvestorCategory category : InvestorCategory.values()) {
            boolean isAdmitted = admission.admits(category);
            String word = Value.word(category.name());
            facts.add(CatalogueFact.hidden(SearchAttributes.CATEGORY + (isAdmitted ? ADMITTED : BARRED), word));
            if (isAdmitted) {
                admitted.add(word);
            }
        }
        facts.add(CatalogueFact.shown(
                SearchAttributes.CATEGORY, "", admitted.isEmpty() ? "none" : String.join(", ", admitted)));
    }

    private static String jurisdictions(Admission admission) {
        boolean open = admission.admitsResidents(Admission.OTHERS);
        List<String> exceptions = new ArrayList<>();
        for (String place : admission.jurisdictions()) {
            if (!place.contains(Admission.OTHERS) && admission.admitsResidents(place) != open) {
                exceptions.add(place);
            }
        }
        String listed = String.join(", ", exceptions);
        if (open) {
            return exceptions.isEmpty() ? "any" : "any but " + listed;
        }
        return exceptions.isEmpty() ? "none" : listed;
    }

    private void add(String name, Value value) {
        String word = attributes
                .find(name)
                .orElseThrow(() -> new IllegalStateException("No attribute is called " + name + "."))
                .getPublishedBy();
        if (word.equals(SearchAttribute.ALWAYS) || published.contains(word)) {
            facts.addAll(CatalogueFact.of(name, value));
        }
    }

    private List<CatalogueFact> bounded() {
        List<CatalogueFact> all = new ArrayList<>(facts);
        return Collections.unmodifiableList(new ArrayList<>(all.subList(0, Math.min(MOST, all.size()))));
    }
}
