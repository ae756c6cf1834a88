package org.countersign.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Ties a test to the rule that it breaks, and fails it unless a transaction was refused with that rule's sentence. */
public final class RuleCoverage implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final ThreadLocal<Set<String>> SEEN = ThreadLocal.withInitial(HashSet::new);

    /** Notes that something was refused with a rule's sentence. */
    public static void refused(String rule) {
        SEEN.get().add(rule);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        SEEN.get().clear();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        String rule =
                context.getRequiredTestMethod().getAnnotation(Breaks.class).value();
        if (!context.getExecutionException().isPresent() && !SEEN.get().contains(rule)) {
            throw new AssertionError("No transaction was refused with: " + rule + ", but with "
                    + Collections.unmodifiableSet(SEEN.get()));
        }
    }

    /** The test breaks this rule; {@code RuleCoverageTest} demands one such test for every rule. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(RuleCoverage.class)
    @Test
    public @interface Breaks {
        /** The rule's sentence. */
        String value();
    }
}
