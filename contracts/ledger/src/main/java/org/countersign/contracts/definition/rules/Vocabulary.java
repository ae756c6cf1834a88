package org.countersign.contracts.definition.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.compliance.RuleCatalogue;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleParameter;
import org.countersign.contracts.validation.Operation;

/** What a compiled policy may mention: of the Java platform what carries values, and of the ledger what judges. */
final class Vocabulary {
    static final String FACTS = type(ComplianceFacts.class);
    static final String DECISION = type(Decision.class);
    static final String REPORT = type(ComplianceReport.class);
    static final String POLICY = type(CompiledPolicy.class);
    static final String FACTS_TO_DECISION = "(L" + FACTS + ";)L" + DECISION + ";";
    static final String FACTS_AND_FINDINGS_TO_DECISION = "(L" + FACTS + ";Ljava/util/List;)L" + DECISION + ";";
    static final String LIST = type(ArrayList.class);
    static final String NEW_LIST = LIST + ".<init>(I)V";
    static final String NEW_REPORT = REPORT + ".<init>(L" + DECISION + ";Ljava/util/List;)V";
    static final String NEW_OBJECT = "java/lang/Object.<init>()V";

    private static final String NUMBER = type(BigDecimal.class);
    private static final String OPERATION = type(Operation.class);

    private final Set<String> makings = new HashSet<>(Arrays.asList(
            "java/math/BigDecimal.<init>(Ljava/lang/String;)V",
            "java/time/Period.of(III)Ljava/time/Period;",
            "java/time/LocalDate.of(III)Ljava/time/LocalDate;",
            "java/time/LocalTime.of(II)Ljava/time/LocalTime;",
            "java/util/Arrays.asList([Ljava/lang/Object;)Ljava/util/List;",
            "java/util/Collections.emptyList()Ljava/util/List;"));
    private final Set<String> compositions = new HashSet<>(Arrays.asList(
            DECISION + ".and(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".or(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".negate()L" + DECISION + ";",
            DECISION + ".of(Z)L" + DECISION + ";",
            FACTS + ".getOperation()L" + OPERATION + ";"));
    private final Set<String> decidings = new HashSet<>();
    private final Set<String> judgings = new HashSet<>();
    private final Set<String> rules = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    Vocabulary() {
        for (RuleDescription rule : RuleCatalogue.rules()) {
            String name = type(rule.getType());
            rules.add(name);
            makings.add(name + ".<init>" + constructor(rule));
            decidings.add(name + ".decide" + FACTS_TO_DECISION);
            judgings.add(name + ".judge" + FACTS_AND_FINDINGS_TO_DECISION);
        }
        for (Decision decision : Decision.values()) {
            constants.add(DECISION + "." + decision.name() + " L" + DECISION + ";");
        }
        for (Operation operation : Operation.values()) {
            constants.add(OPERATION + "." + operation.name() + " L" + OPERATION + ";");
        }
    }

    private static String type(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private static String constructor(RuleDescription rule) {
        StringBuilder descriptor = new StringBuilder("(");
        for (RuleParameter parameter : rule.getParameters()) {
            Class<?> carrier = parameter.getType().getCarrier();
            descriptor.append(carrier == int.class ? "I" : "L" + type(carrier) + ";");
        }
        return descriptor.append(")V").toString();
    }

    /** Whether a method, as owner, point, name and descriptor, makes a rule or a value of one. */
    boolean isMaking(String method) {
        return makings.contains(method);
    }

    /** Whether a method composes what rules say, or recognises an operation. */
    boolean isComposition(String method) {
        return compositions.contains(method);
    }

    /** Whether a method asks a rule for a decision. */
    boolean isDeciding(String method) {
        return decidings.contains(method);
    }

    /** Whether a method asks a rule for a decision and its finding. */
    boolean isJudging(String method) {
        return judgings.contains(method);
    }

    /** Whether a type is a rule's, or of a value that a rule is made of. */
    boolean isMade(String type) {
        return rules.contains(type) || type.equals(NUMBER);
    }

    /** Whether a descriptor is that of a rule of the catalogue. */
    boolean isRule(String descriptor) {
        return descriptor.startsWith("L")
                && descriptor.endsWith(";")
                && rules.contains(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Whether a field, as owner, point, name, blank and descriptor, is a constant that can be read. */
    boolean isConstant(String field) {
        return constants.contains(field);
    }
}
