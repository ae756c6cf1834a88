package org.countersign.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.RuleCoverage.Breaks;
import org.countersign.contracts.control.ControlRules;
import org.countersign.contracts.control.HoldingFreezeContract;
import org.countersign.contracts.definition.AmendmentRules;
import org.countersign.contracts.definition.SecurityDefinitionContract;
import org.countersign.contracts.definition.StatusOrderRules;
import org.countersign.contracts.definition.rules.AttachedPolicy;
import org.countersign.contracts.governance.CommitteeContract;
import org.countersign.contracts.holding.ForcedMovement;
import org.countersign.contracts.holding.LotDates;
import org.countersign.contracts.holding.PublicCompliance;
import org.countersign.contracts.holding.SecurityTokenContract;
import org.countersign.contracts.identity.CredentialStatusListContract;
import org.countersign.contracts.identity.TrustedProvidersContract;
import org.countersign.contracts.segment.SegmentContract;
import org.countersign.contracts.segment.SegmentMembershipContract;
import org.countersign.contracts.validation.Attestations;
import org.junit.jupiter.api.Test;

/** No rule without a transaction that breaks it. */
class RuleCoverageTest {
    /** The classes whose public constants are rules, in the order of the reference. */
    static final List<Class<?>> RULE_BOOKS = Arrays.asList(
            CodeBinding.class,
            CommitteeContract.class,
            SecurityDefinitionContract.class,
            StatusOrderRules.class,
            AmendmentRules.class,
            AttachedPolicy.class,
            SecurityTokenContract.class,
            LotDates.class,
            PublicCompliance.class,
            SegmentContract.class,
            SegmentMembershipContract.class,
            ForcedMovement.class,
            HoldingFreezeContract.class,
            ControlRules.class,
            TrustedProvidersContract.class,
            CredentialStatusListContract.class,
            Attestations.class);

    @Test
    void everyRuleIsBrokenByATest() throws Exception {
        Set<String> broken = new HashSet<>();
        for (Class<?> test : testClasses()) {
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Breaks.class)) {
                    broken.add(method.getAnnotation(Breaks.class).value());
                }
            }
        }
        List<String> unbroken = new ArrayList<>();
        for (Class<?> book : RULE_BOOKS) {
            rules(book).forEach((name, sentence) -> {
                if (!broken.contains(sentence)) {
                    unbroken.add(book.getSimpleName() + "." + name);
                }
            });
        }
        assertThat(unbroken).isEmpty();
    }

    @Test
    void everySentenceStandsForOneRule() throws Exception {
        List<String> sentences = new ArrayList<>();
        for (Class<?> book : RULE_BOOKS) {
            sentences.addAll(rules(book).values());
        }
        assertThat(sentences).doesNotHaveDuplicates().hasSizeGreaterThan(50).allMatch(rule -> rule.endsWith("."));
    }

    /** The rules of a class by their constants' names. */
    static Map<String, String> rules(Class<?> book) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (Field field : book.getFields()) {
            boolean constant = Modifier.isStatic(field.getModifiers()) && field.getType() == String.class;
            if (constant && !field.getName().equals("ID")) {
                rules.put(field.getName(), valueOf(field));
            }
        }
        return rules;
    }

    private static String valueOf(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("A public field can be read: " + field, hidden);
        }
    }

    private static List<Class<?>> testClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Paths.get(RuleCoverageTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.class")).collect(Collectors.toList())) {
                String name = root.relativize(file).toString();
                classes.add(Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.')));
            }
        }
        return classes;
    }
}
