package org.countersign.language.compile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Catalogue;
import org.objectweb.asm.Type;

/** What a compiled policy may use: of the Java platform what carries values, and of the ledger what judges. */
final class Allowed {
    private static final String DECISION = Type.getInternalName(Decision.class);
    private static final String FACTS = Type.getInternalName(ComplianceFacts.class);
    private static final String FACTS_TO_DECISION = "(L" + FACTS + ";)L" + DECISION + ";";
    private static final String JUDGING = "(L" + FACTS + ";Ljava/util/List;)L" + DECISION + ";";

    private final Set<String> calls = new HashSet<>(Arrays.asList(
            "java/lang/Object.<init>()V",
            "java/math/BigDecimal.<init>(Ljava/lang/String;)V",
            "java/time/Period.of(III)Ljava/time/Period;",
            "java/time/LocalDate.of(III)Ljava/time/LocalDate;",
            "java/time/LocalTime.of(II)Ljava/time/LocalTime;",
            "java/util/ArrayList.<init>(I)V",
            "java/util/Arrays.asList([Ljava/lang/Object;)Ljava/util/List;",
            "java/util/Collections.emptyList()Ljava/util/List;",
            DECISION + ".and(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".or(L" + DECISION + ";)L" + DECISION + ";",
            DECISION + ".negate()L" + DECISION + ";",
            DECISION + ".of(Z)L" + DECISION + ";",
            FACTS + ".getOperation()" + Type.getDescriptor(Operation.class),
            Type.getInternalName(ComplianceReport.class) + ".<init>(L" + DECISION + ";Ljava/util/List;)V"));
    private final Set<String> rules = new HashSet<>();
    private final Set<String> created = new HashSet<>(
            Arrays.asList("java/math/BigDecimal", "java/util/ArrayList", Type.getInternalName(ComplianceReport.class)));

    Allowed(Catalogue catalogue) {
        for (String word : catalogue.words()) {
            Class<?> rule = catalogue.find(word).get().getType();
            String name = Type.getInternalName(rule);
            rules.add(name);
            created.add(name);
            calls.add(name + ".<init>" + Type.getConstructorDescriptor(rule.getConstructors()[0]));
            calls.add(name + ".decide" + FACTS_TO_DECISION);
            calls.add(name + ".judge" + JUDGING);
        }
    }

    /** Whether a method outside the class itself can be called. */
    boolean isCall(String owner, String name, String descriptor) {
        return calls.contains(owner + "." + name + descriptor);
    }

    /** Whether an object of a type can be made. */
    boolean isCreated(String type) {
        return created.contains(type);
    }

    /** Whether a type is a rule's. */
    boolean isRule(String type) {
        return rules.contains(type);
    }

    /** Whether a constant outside the class itself can be read. */
    boolean isConstant(String owner, String descriptor) {
        return descriptor.equals("L" + owner + ";")
                && (owner.equals(DECISION) || owner.equals(Type.getInternalName(Operation.class)));
    }
}
