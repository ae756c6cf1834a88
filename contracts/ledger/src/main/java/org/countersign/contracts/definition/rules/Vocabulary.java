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
    static final String NEW_LIST = "java/util/ArrayList.<init>(I)V";

    private static final String OPERATION = type(Operation.class);

    private final Set<String> calls = new HashSet<>(Arrays.asList(
            "java/lang/Object.<init>()V",
            "java/math/BigDecimal.<init>(Ljava/lang/String;)V",
            "java/time/Period.of(III)Ljava/time/Period;",
            "java/time/LocalDate.of(III)Ljava/time/LocalDate;",
            "java/time/LocalTime.of(II)Ljava/time/LocalTime;",
            NEW_LIST,
            "java/util/Arrays.asList([Ljava/lang/Object;)Ljava/util/List;",
            "java/util/Collections.emptyList()Ljava/util/List;",
            DECISION + ".and(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".or(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".negate()L" + DECISION + ";",
            DECISION + ".of(Z)L" + DECISION + ";",
            FACTS + ".getOperation()L" + OPERATION + ";",
            REPORT + ".<init>(L" + DECISION + ";Ljava/util/List;)V"));
    private final Set<String> rules = new HashSet<>();
    private final Set<String> made =
            new HashSet<>(Arrays.asList(type(BigDecimal.class), type(ArrayList.class), REPORT));

    Vocabulary() {
        for (RuleDescription rule : RuleCatalogue.rules()) {
            String name = type(rule.getType());
            rules.add(name);
            made.add(name);
            calls.add(name + ".<init>" + constructor(rule));
            calls.add(name + ".decide" + FACTS_TO_DECISION);
            calls.add(name + ".judge" + FACTS_AND_FINDINGS_TO_DECISION);
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

    /** Whether a method, as owner, point, name and descriptor, can be called. */
    boolean isCall(String method) {
        return calls.contains(method);
    }

    /** Whether an object of a type can be made. */
    boolean isMade(String type) {
        return made.contains(type);
    }

    /** Whether a descriptor is that of a rule of the catalogue. */
    boolean isRule(String descriptor) {
        return descriptor.startsWith("L")
                && descriptor.endsWith(";")
                && rules.contains(descriptor.substring(1, descriptor.length() - 1));
    }

    /** Whether a field, as owner, point, name, blank and descriptor, is a constant that can be read. */
    boolean isConstant(String field) {
        return field.startsWith(DECISION + ".") && field.endsWith(" L" + DECISION + ";")
                || field.startsWith(OPERATION + ".") && field.endsWith(" L" + OPERATION + ";");
    }
}
