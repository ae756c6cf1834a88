package org.countersign.language.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.countersign.language.check.Admission;
import org.countersign.language.check.LiteralReader;
import org.countersign.language.grammar.SearchParser.AttributeContext;
import org.countersign.language.grammar.SearchParser.TermContext;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.source.DiagnosticKind;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.Span;
import org.countersign.language.syntax.ClauseParser;
import org.countersign.language.vocabulary.Nearest;

/** Reads the terms of a query. A term that is wrong is noted, and stands for something that nobody evaluates. */
final class TermReader {
    private static final SearchQuery WRONG = SearchQuery.has("");
    private static final int MOST_NAMED = 12;

    private final String text;
    private final SearchAttributes attributes;
    private final Diagnostics diagnostics;
    private final LiteralReader literals;

    TermReader(String text, SearchAttributes attributes, Diagnostics diagnostics) {
        this.text = text;
        this.attributes = attributes;
        this.diagnostics = diagnostics;
        this.literals = new LiteralReader(diagnostics);
    }

    SearchQuery read(TermContext term) {
        if (term.REQUIRES() != null) {
            return required(term.WORD().getSymbol());
        }
        SearchAttribute attribute = attribute(term.attribute());
        if (attribute == null) {
            return WRONG;
        }
        if (term.HAS() != null) {
            return SearchQuery.has(attribute.getName());
        }
        if (term.CONTAINS() != null) {
            return contained(attribute, term);
        }
        boolean asksPermission = term.comparison() == null;
        if (asksPermission != attribute.isPermission()) {
            return unfit(term.attribute(), attribute);
        }
        return asksPermission ? permitted(attribute, term) : compared(attribute, term);
    }

    private SearchQuery required(Token word) {
        SearchAttribute requires = attributes.find(SearchAttributes.REQUIRES).get();
        return literals.read(requires.slot(), word.getText(), word.getCharPositionInLine() + 1)
                .map(rule -> equal(requires.getName(), rule))
                .orElse(WRONG);
    }

    private SearchAttribute attribute(AttributeContext context) {
        String name = context.getText();
        Optional<SearchAttribute> found = attributes.find(name);
        if (!found.isPresent()) {
            List<String> names = attributes.names();
            diagnostics.report(
                    DiagnosticKind.UNKNOWN_WORD,
                    span(context),
                    "'" + name + "' is no attribute of a security.",
                    Nearest.to(name, names)
                                    .map(near -> "Did you mean '" + near + "'? ")
                                    .orElse("") + "Among others there are: "
                            + String.join(", ", names.subList(0, MOST_NAMED)) + ".");
        }
        return found.orElse(null);
    }

    private SearchQuery contained(SearchAttribute attribute, TermContext term) {
        Token token = term.TEXT().getSymbol();
        if (!attribute.isText()) {
            return unfit(term.attribute(), attribute);
        }
        return literals.read(
                        org.countersign.language.vocabulary.Slot.first(attribute.getName(), ValueType.TEXT),
                        token.getText(),
                        token.getCharPositionInLine() + 1)
                .map(value -> SearchQuery.contains(
                        CatalogueFact.of(attribute.getName(), value).get(0)))
                .orElse(WRONG);
    }

    private SearchQuery compared(SearchAttribute attribute, TermContext term) {
        Comparison comparison = Comparison.of(term.comparison().getText());
        if (comparison.isOrder() && !attribute.isOrdered()) {
            return unfit(term.attribute(), attribute);
        }
        return value(attribute, term)
                .map(value -> SearchQuery.compares(
                        comparison, CatalogueFact.of(attribute.getName(), value).get(0)))
                .orElse(WRONG);
    }

    private Optional<Value> value(SearchAttribute attribute, TermContext term) {
        Token start = term.value().getStart();
        int from = text.offsetByCodePoints(0, start.getStartIndex());
        int until = text.offsetByCodePoints(0, term.value().getStop().getStopIndex() + 1);
        Optional<Value> value =
                literals.read(attribute.slot(), text.substring(from, until), start.getCharPositionInLine() + 1);
        boolean isNothing = value.filter(read -> read.getType().getCarrier() == List.class
                        && read.texts().isEmpty())
                .isPresent();
        if (isNothing) {
            diagnostics.report(
                    DiagnosticKind.WRONG_TYPE,
                    span(term.value()),
                    "'" + attribute + "' is compared with a value, not with none.",
                    "Ask 'not has " + attribute + "'.");
        }
        return isNothing ? Optional.empty() : value;
    }

    private SearchQuery permitted(SearchAttribute attribute, TermContext term) {
        boolean allows = term.ALLOWS() != null;
        return value(attribute, term)
                .map(value -> permitted(attribute.getName(), value, allows))
                .orElse(WRONG);
    }

    // The most particular fact counts: of the very place, of the other parts of its country, of all other places.
    private static SearchQuery permitted(String attribute, Value value, boolean allows) {
        String yes = attribute + (allows ? CatalogueFacts.ADMITTED : CatalogueFacts.BARRED);
        String no = attribute + (allows ? CatalogueFacts.BARRED : CatalogueFacts.ADMITTED);
        String element = CatalogueFact.of(attribute, value).get(0).getText();
        if (attribute.equals(SearchAttributes.CATEGORY)) {
            return is(yes, element);
        }
        boolean isPart = element.length() > 2;
        List<String> wider = isPart
                ? Arrays.asList(element.substring(0, 2) + "-" + Admission.OTHERS, Admission.OTHERS)
                : Arrays.asList(Admission.OTHERS);
        SearchQuery query = is(yes, wider.get(wider.size() - 1));
        if (isPart) {
            query = SearchQuery.any(
                    is(yes, wider.get(0)), SearchQuery.all(SearchQuery.not(is(no, wider.get(0))), query));
        }
        return SearchQuery.any(is(yes, element), SearchQuery.all(SearchQuery.not(is(no, element)), query));
    }

    private static SearchQuery is(String attribute, String text) {
        return SearchQuery.compares(Comparison.EQUAL, CatalogueFact.hidden(attribute, text));
    }

    private static SearchQuery equal(String attribute, Value value) {
        return SearchQuery.compares(
                Comparison.EQUAL, CatalogueFact.of(attribute, value).get(0));
    }

    private SearchQuery unfit(AttributeContext context, SearchAttribute attribute) {
        String fit = attribute.isPermission()
                ? "'allows' and 'bars'"
                : attribute.isOrdered()
                        ? "'=', '!=', '<', '<=', '>' and '>='"
                        : attribute.isText() ? "'=', '!=' and 'contains'" : "'=' and '!='";
        diagnostics.report(
                DiagnosticKind.WRONG_TYPE,
                span(context),
                "'" + attribute + "' is not asked for in this way.",
                "Ask for it with " + fit + ", or with 'has'.");
        return WRONG;
    }

    private static Span span(ParserRuleContext context) {
        return ClauseParser.span(context.getStart(), context.getStop());
    }
}
