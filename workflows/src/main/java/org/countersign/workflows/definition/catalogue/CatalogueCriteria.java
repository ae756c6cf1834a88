package org.countersign.workflows.definition.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import javax.persistence.criteria.CriteriaBuilder;
import javax.persistence.criteria.CriteriaQuery;
import javax.persistence.criteria.Expression;
import javax.persistence.criteria.ParameterExpression;
import javax.persistence.criteria.Predicate;
import javax.persistence.criteria.Root;
import javax.persistence.criteria.Subquery;
import org.countersign.language.search.CatalogueFact;
import org.countersign.language.search.Comparison;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.definition.catalogue.CatalogueSchema.Entry;
import org.countersign.workflows.definition.catalogue.CatalogueSchema.Fact;

/**
 * One question to the database. It is put together of expressions, and whatever a query says is a parameter: there is
 * no text of SQL that anything could be written into.
 *
 * <p>Each term is a set of securities that does not depend on the security that is looked at, so that the database
 * finds each set once, by an index.
 */
final class CatalogueCriteria {
    private static final char ESCAPE = '\\';

    private final EntityManager database;
    private final CriteriaBuilder builder;
    private final CriteriaQuery<Entry> query;
    private final Root<Entry> entry;
    private final Map<ParameterExpression<?>, Object> parameters = new HashMap<>();
    private final List<Predicate> restrictions = new ArrayList<>();

    CatalogueCriteria(EntityManager database) {
        this.database = database;
        this.builder = database.getCriteriaBuilder();
        this.query = builder.createQuery(Entry.class);
        this.entry = query.from(Entry.class);
    }

    CatalogueCriteria of(String committee) {
        restrictions.add(builder.equal(entry.get("committee"), parameter(String.class, committee)));
        return this;
    }

    CatalogueCriteria after(CatalogueCursor cursor) {
        restrictions.add(builder.greaterThan(entry.get("orderKey"), parameter(String.class, cursor.orderKey())));
        return this;
    }

    CatalogueCriteria matching(SearchQuery asked) {
        restrictions.add(predicate(asked));
        return this;
    }

    TypedQuery<Entry> inOrder() {
        query.orderBy(builder.asc(entry.get("orderKey")));
        return prepared();
    }

    TypedQuery<Entry> prepared() {
        TypedQuery<Entry> prepared =
                database.createQuery(query.select(entry).where(restrictions.toArray(new Predicate[0])));
        parameters.forEach((parameter, value) -> set(prepared, parameter, value));
        return prepared;
    }

    @SuppressWarnings("unchecked")
    private static <T> void set(TypedQuery<?> prepared, ParameterExpression<T> parameter, Object value) {
        prepared.setParameter(parameter, (T) value);
    }

    private <T> ParameterExpression<T> parameter(Class<T> type, T value) {
        ParameterExpression<T> parameter = builder.parameter(type);
        parameters.put(parameter, value);
        return parameter;
    }

    private Predicate predicate(SearchQuery asked) {
        switch (asked.getKind()) {
            case ALL:
                return builder.and(predicates(asked.getParts()));
            case ANY:
                return builder.or(predicates(asked.getParts()));
            case NOT:
                return builder.not(predicate(asked.getParts().get(0)));
            default:
                return term(asked);
        }
    }

    private Predicate[] predicates(List<SearchQuery> parts) {
        List<Predicate> predicates = new ArrayList<>();
        parts.forEach(part -> predicates.add(predicate(part)));
        return predicates.toArray(new Predicate[0]);
    }

    private Predicate term(SearchQuery asked) {
        Subquery<String> found = query.subquery(String.class);
        Root<Fact> fact = found.from(Fact.class);
        Predicate isOf = builder.equal(fact.get("attribute"), parameter(String.class, asked.getAttribute()));
        found.select(fact.get("security"));
        switch (asked.getKind()) {
            case HAS:
                found.where(isOf);
                break;
            case CONTAINS:
                found.where(isOf, contains(fact, asked.getValue()));
                break;
            default:
                if (asked.getComparison() == Comparison.UNEQUAL) {
                    return unequal(asked, found, isOf);
                }
                found.where(isOf, compares(fact, asked.getComparison(), asked.getValue()));
        }
        return entry.get("security").in(found);
    }

    private Predicate unequal(SearchQuery asked, Subquery<String> any, Predicate isOf) {
        Subquery<String> same = query.subquery(String.class);
        Root<Fact> fact = same.from(Fact.class);
        same.select(fact.get("security"))
                .where(
                        builder.equal(fact.get("attribute"), parameter(String.class, asked.getAttribute())),
                        compares(fact, Comparison.EQUAL, asked.getValue()));
        return builder.and(
                entry.get("security").in(any.where(isOf)),
                builder.not(entry.get("security").in(same)));
    }

    private Predicate contains(Root<Fact> fact, CatalogueFact value) {
        String part = value.getText().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return builder.like(fact.get("text"), parameter(String.class, "%" + part + "%"), ESCAPE);
    }

    private Predicate compares(Root<Fact> fact, Comparison comparison, CatalogueFact value) {
        if (value.getNumber() == null) {
            return builder.equal(fact.get("text"), parameter(String.class, value.getText()));
        }
        Expression<BigDecimal> number = fact.get("number");
        ParameterExpression<BigDecimal> bound = parameter(BigDecimal.class, value.getNumber());
        Predicate compared = compares(number, comparison, bound);
        return value.getUnit().isEmpty()
                ? compared
                : builder.and(compared, builder.equal(fact.get("unit"), parameter(String.class, value.getUnit())));
    }

    private Predicate compares(
            Expression<BigDecimal> number, Comparison comparison, ParameterExpression<BigDecimal> bound) {
        switch (comparison) {
            case LESS:
                return builder.lessThan(number, bound);
            case AT_MOST:
                return builder.lessThanOrEqualTo(number, bound);
            case MORE:
                return builder.greaterThan(number, bound);
            case AT_LEAST:
                return builder.greaterThanOrEqualTo(number, bound);
            default:
                return builder.equal(number, bound);
        }
    }
}
