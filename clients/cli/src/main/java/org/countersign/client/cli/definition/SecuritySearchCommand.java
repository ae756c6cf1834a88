package org.countersign.client.cli.definition;

import java.util.ArrayList;
import java.util.List;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.answer.Table;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Network;
import org.countersign.language.search.QueryRefusedException;
import org.countersign.language.search.SearchQuery;
import org.countersign.workflows.definition.catalogue.CatalogueEntry;
import org.countersign.workflows.definition.catalogue.CatalogueRequest;
import org.countersign.workflows.definition.catalogue.PublishedAttribute;
import org.countersign.workflows.definition.catalogue.SearchResult;
import org.countersign.workflows.definition.catalogue.SearchSecuritiesFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code security search}: securities by what their issuers publish. */
@Command(name = "search")
public final class SecuritySearchCommand extends LedgerCommand {
    private static final String NONE = "-";

    @Parameters(index = "0", paramLabel = "QUERY")
    private String query;

    @Option(names = "--page-size", defaultValue = "20")
    private int pageSize;

    @Option(names = "--after")
    private String after;

    @Override
    protected LedgerWork prepare(Network chosen) {
        if (pageSize < 1 || pageSize > CatalogueRequest.LARGEST_PAGE) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "A page has 1 to " + CatalogueRequest.LARGEST_PAGE + " securities, not " + pageSize + ".",
                    "Ask for so many, and for the next page with --after.");
        }
        try {
            SearchQuery.read(query);
        } catch (QueryRefusedException wrong) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    wrong.getMessage(),
                    "docs/reference/catalogue.md has all attributes and how to ask for them.");
        }
        return ledger -> answer(ledger.run(SearchSecuritiesFlow.class, query, after == null ? "" : after, pageSize));
    }

    private Answer answer(SearchResult result) {
        List<Object> securities = new ArrayList<>();
        Table table = new Table();
        for (CatalogueEntry entry : result.getEntries()) {
            securities.add(document(entry));
            table.row(
                    entry.getSymbol(),
                    first(entry, "kind"),
                    first(entry, "denomination"),
                    first(entry, "status"),
                    text(first(entry, "name")));
        }
        Fields document = new Fields()
                .with("query", query)
                .with("securities", securities)
                .with("total", result.getTotal())
                .with("counted", result.isCounted())
                .with("next", result.getNext())
                .with("unanswered", result.getUnanswered());
        Answer answer = Answer.of(document, lines(result, table));
        return result.getUnanswered().isEmpty() ? answer : answer.unsuccessful();
    }

    private static List<String> lines(SearchResult result, Table table) {
        List<String> lines = new ArrayList<>();
        String total = (result.isCounted() ? "" : "more than ") + result.getTotal();
        lines.add(
                result.getEntries().isEmpty()
                        ? "Nothing that is published fits."
                        : result.getEntries().size() + " of " + total
                                + (result.getTotal() == 1 ? " security." : " securities."));
        lines.addAll(table.lines());
        if (result.getNext() != null) {
            lines.add("The next page: --after " + result.getNext());
        }
        result.getUnanswered()
                .forEach((committee, reason) ->
                        lines.add("Missing are the securities of '" + committee + "': " + reason));
        return lines;
    }

    private static Object document(CatalogueEntry entry) {
        Fields attributes = new Fields();
        for (PublishedAttribute attribute : entry.getAttributes()) {
            attributes.with(attribute.getName(), attribute.getValues());
        }
        return new Fields()
                .with("symbol", entry.getSymbol())
                .with("id", entry.getSecurity())
                .with("committee", entry.getCommittee())
                .with("attributes", attributes)
                .toMap();
    }

    private static String first(CatalogueEntry entry, String attribute) {
        return entry.values(attribute).stream().findFirst().orElse(NONE);
    }

    // People read names without the quotes of the language.
    private static String text(String written) {
        return written.length() > 1 && written.startsWith("\"")
                ? written.substring(1, written.length() - 1)
                        .replace("\\\"", "\"")
                        .replace("\\\\", "\\")
                : written;
    }
}
