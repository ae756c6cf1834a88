package org.countersign.language.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countersign.contracts.compliance.CompiledPolicy;
import org.countersign.contracts.compliance.ComplianceFacts;
import org.countersign.contracts.compliance.ComplianceReport;
import org.countersign.contracts.compliance.Decision;
import org.countersign.contracts.compliance.RuleDescription;
import org.countersign.contracts.compliance.RuleFinding;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.check.Catalogue;
import org.countersign.language.check.ScopeWords;
import org.countersign.language.model.Block;
import org.countersign.language.model.Clause;
import org.countersign.language.model.Condition;
import org.countersign.language.model.ConditionKind;
import org.countersign.language.model.SecurityModel;

/**
 * Writes a policy as Java: a constant for each rule, and for each composition one method that decides and one that
 * judges. There is no loop in it, and nothing of the source but the values of rules, within literals.
 */
final class PolicyWriter {
    private static final List<String> IMPORTS = Collections.unmodifiableList(Arrays.asList(
            "java.math.BigDecimal",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.Period",
            "java.util.ArrayList",
            "java.util.Arrays",
            "java.util.Collections",
            "java.util.List",
            CompiledPolicy.class.getName(),
            ComplianceFacts.class.getName(),
            ComplianceReport.class.getName(),
            Decision.class.getName(),
            RuleFinding.class.getName(),
            Operation.class.getName()));

    private final Catalogue catalogue;
    private final SecurityModel model;
    private final StringBuilder text = new StringBuilder();
    private final Map<Clause, Integer> rules = new IdentityHashMap<>();
    private final Map<Condition, Integer> methods = new IdentityHashMap<>();
    private final Map<Condition, Block> blocks = new IdentityHashMap<>();

    PolicyWriter(Catalogue catalogue, SecurityModel model) {
        this.catalogue = catalogue;
        this.model = model;
    }

    /** Writes the class for a package, with the digests that it is to tell. */
    String write(String packageName, String sourceDigest, String modelDigest) {
        Condition policy = composed();
        if (policy != null) {
            number(policy);
        }
        header(packageName, sourceDigest);
        if (policy != null) {
            policy.rules().forEach(this::constant);
        }
        line("    /** Creates the policy. */");
        line("    public Policy() {}");
        line("");
        entries(policy, modelDigest);
        if (policy != null) {
            methods(policy);
        }
        line("}");
        return text.toString();
    }

    // As the model composes it, but so that the blocks' own conditions can be told by their identity.
    private Condition composed() {
        if (model.getCompliance().isEmpty()) {
            return null;
        }
        List<Condition> parts = new ArrayList<>();
        for (Block block : model.getCompliance()) {
            Condition condition = block.condition();
            blocks.put(condition, block);
            parts.add(condition);
        }
        return Condition.all(parts);
    }

    private void number(Condition condition) {
        if (condition.getRule() != null) {
            rules.put(condition.getRule(), rules.size() + 1);
        } else {
            // Parts after the whole, so that calls go to higher numbers only and cannot come back.
            methods.put(condition, methods.size() + 1);
        }
        condition.getParts().forEach(this::number);
    }

    private void header(String packageName, String sourceDigest) {
        line("package " + packageName + ";");
        line("");
        Set<String> imports = new TreeSet<>(IMPORTS);
        rules.keySet().forEach(rule -> imports.add(type(rule)));
        imports.forEach(type -> line("import " + type + ";"));
        line("");
        line("/**");
        line(" * The compliance policy of " + JavaText.comment(model.getSymbol() + ", " + model.getName()) + ".");
        line(" *");
        line(" * Made by version " + SecurityCompiler.VERSION
                + " of the compiler of the security language from the source");
        line(" * with the SHA-256 digest " + sourceDigest + ".");
        line(" * Line numbers are those of that source.");
        line(" */");
        line("public final class Policy implements CompiledPolicy {");
    }

    private void constant(Clause rule) {
        RuleDescription description = description(rule);
        String type = description.getType().getSimpleName();
        String arguments = description.getParameters().stream()
                .map(parameter -> JavaText.expression(rule.getValues().get(parameter.getName())))
                .collect(Collectors.joining(", "));
        line("    /** Line " + rule.getLine() + ": " + JavaText.comment(written(rule)) + ". */");
        line("    private static final " + type + " " + name(rule) + " =");
        line("            new " + type + "(" + arguments + ");");
        line("");
    }

    private RuleDescription description(Clause rule) {
        return catalogue
                .find(rule.getWord())
                .orElseThrow(() -> new IllegalStateException("A checked model has rules of the catalogue only."));
    }

    private String type(Clause rule) {
        return description(rule).getType().getName().replace('$', '.');
    }

    private static String written(Clause rule) {
        Map<String, String> values = new HashMap<>();
        rule.getValues().forEach((name, value) -> values.put(name, value.written()));
        return rule.getWord()
                + rule.getValues().keySet().stream()
                        .map(name -> " " + name + " " + values.get(name))
                        .collect(Collectors.joining());
    }

    private String name(Clause rule) {
        return "RULE_" + rules.get(rule);
    }

    private void entries(Condition policy, String modelDigest) {
        line("    @Override");
        line("    public Decision decide(ComplianceFacts facts) {");
        line("        return " + (policy == null ? "Decision.HOLDS" : decided(policy)) + ";");
        line("    }");
        line("");
        line("    @Override");
        line("    public ComplianceReport judge(ComplianceFacts facts) {");
        line("        List<RuleFinding> findings = new ArrayList<>(" + rules.size() + ");");
        line("        Decision decision = " + (policy == null ? "Decision.HOLDS" : judged(policy)) + ";");
        line("        return new ComplianceReport(decision, findings);");
        line("    }");
        line("");
        line("    @Override");
        line("    public String modelDigest() {");
        line("        return " + JavaText.string(modelDigest) + ";");
        line("    }");
    }

    private String decided(Condition condition) {
        Clause rule = condition.getRule();
        if (rule == null) {
            return "decide" + methods.get(condition) + "(facts)";
        }
        if (rule.getWord().equals(ScopeWords.OPERATION)) {
            return rule.getValues().values().iterator().next().texts().stream()
                    .map(operation -> "facts.getOperation() == Operation." + operation)
                    .collect(Collectors.joining(" || ", "Decision.of(", ")"));
        }
        return name(rule) + ".decide(facts)";
    }

    private String judged(Condition condition) {
        return condition.getRule() != null
                ? name(condition.getRule()) + ".judge(facts, findings)"
                : "judge" + methods.get(condition) + "(facts, findings)";
    }

    private void methods(Condition condition) {
        if (condition.getRule() == null) {
            line("");
            line("    // " + title(condition));
            line("    private static Decision decide" + methods.get(condition) + "(ComplianceFacts facts) {");
            deciding(condition);
            line("    }");
            line("");
            line("    private static Decision judge" + methods.get(condition)
                    + "(ComplianceFacts facts, List<RuleFinding> findings) {");
            judging(condition);
            line("    }");
        }
        condition.getParts().forEach(this::methods);
    }

    private String title(Condition condition) {
        String lines = condition.rules().stream()
                .map(rule -> String.valueOf(rule.getLine()))
                .distinct()
                .collect(Collectors.joining(", "));
        Block block = blocks.get(condition);
        return "Lines " + JavaText.comment(lines) + ": "
                + condition.getKind().name().toLowerCase(Locale.ROOT)
                + (block == null ? "" : ", the block that begins in line " + block.getLine()) + ".";
    }

    private void deciding(Condition condition) {
        List<Condition> parts = condition.getParts();
        switch (condition.getKind()) {
            case NOT:
                line("        return " + decided(parts.get(0)) + ".negate();");
                break;
            case WHEN:
                line("        Decision premise = " + decided(parts.get(0)) + ";");
                line("        if (premise == Decision.FAILS) {");
                line("            return Decision.HOLDS;");
                line("        }");
                line("        return premise.negate().or(" + decided(parts.get(1)) + ");");
                break;
            case ALL:
                inOrder(parts, "FAILS", "and");
                break;
            default:
                inOrder(parts, "HOLDS", "or");
                break;
        }
    }

    // As soon as one part settles it, the others are not asked.
    private void inOrder(List<Condition> parts, String settled, String composition) {
        line("        Decision decision = " + decided(parts.get(0)) + ";");
        for (Condition part : parts.subList(1, parts.size())) {
            line("        if (decision == Decision." + settled + ") {");
            line("            return decision;");
            line("        }");
            line("        decision = decision." + composition + "(" + decided(part) + ");");
        }
        line("        return decision;");
    }

    private void judging(Condition condition) {
        List<Condition> parts = condition.getParts();
        line("        Decision first = " + judged(parts.get(0)) + ";");
        switch (condition.getKind()) {
            case NOT:
                line("        return first.negate();");
                return;
            case WHEN:
                line("        return first.negate().or(" + judged(parts.get(1)) + ");");
                return;
            default:
                line("        Decision decision = first;");
        }
        String composition = condition.getKind() == ConditionKind.ALL ? "and" : "or";
        for (Condition part : parts.subList(1, parts.size())) {
            line("        decision = decision." + composition + "(" + judged(part) + ");");
        }
        line("        return decision;");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
