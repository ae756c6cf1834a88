package org.countersign.contracts.definition.rules;

import static org.countersign.contracts.definition.rules.UnlikePolicyException.require;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.countersign.contracts.compliance.CompliancePolicy;

/**
 * What the methods of a policy do together, which bounds its work: each part is called in one place, to a depth that
 * fits on every node's stack, and each rule is asked in one place for a decision and in one for a finding.
 */
final class PolicyWork {
    // A part of the policy by its number, negative for judging; 0 for where they begin.
    private final Map<Integer, Integer> callers = new HashMap<>();
    private final Set<Integer> parts = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Set<String> deciding = new HashSet<>();
    private final Set<String> judging = new HashSet<>();

    /** Takes note of a field, written as {@link ConstantPool#field} does. */
    void declare(String field) {
        fields.add(field);
    }

    /** Whether there is such a field. */
    boolean isDeclared(String field) {
        return fields.contains(field);
    }

    /** Takes note of a method that is there, by its name and descriptor. */
    void define(String signature) {
        methods.add(signature);
        if (PolicyCode.partOf(signature) > 0) {
            parts.add(key(signature));
        }
    }

    /** Takes note of a call of one part, and says whether it is the first. */
    boolean call(String caller, String callee) {
        return callers.putIfAbsent(key(callee), PolicyCode.partOf(caller) > 0 ? key(caller) : 0) == null;
    }

    /** Takes note that a rule is asked, and says whether that is for the first time. */
    boolean ask(String field, boolean forDecision) {
        return (forDecision ? deciding : judging).add(field);
    }

    private static int key(String signature) {
        int number = PolicyCode.partOf(signature);
        return signature.startsWith("judge") ? -number : number;
    }

    /** Checks what can be said only when all methods were read. */
    void check(Iterable<String> entries) throws UnlikePolicyException {
        for (String entry : entries) {
            require(methods.contains(entry), "it lacks the method " + entry);
        }
        require(parts.containsAll(callers.keySet()), "it calls a part that it lacks");
        for (Integer part : callers.keySet()) {
            int depth = 1;
            // Whoever calls has a lower number, so that this ends where nobody calls.
            for (Integer caller = callers.get(part); caller != null && caller != 0; caller = callers.get(caller)) {
                depth++;
                require(
                        depth <= CompliancePolicy.DEEPEST,
                        "its parts call each other more than " + CompliancePolicy.DEEPEST + " deep");
            }
        }
    }
}
