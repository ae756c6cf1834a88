package org.countersign.client.cli.segment;

import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.UniqueIdentifier;
import net.corda.core.identity.Party;
import org.countersign.client.cli.answer.Answer;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.command.LedgerCommand;
import org.countersign.client.cli.command.LedgerWork;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;
import org.countersign.contracts.segment.AdmissionCondition;
import org.countersign.contracts.segment.AdmissionPolicy;
import org.countersign.contracts.segment.CrossSegmentRules;
import org.countersign.contracts.segment.PermittedSecurities;
import org.countersign.contracts.segment.SegmentTerms;
import org.countersign.workflows.segment.AmendSegmentFlow;
import org.countersign.workflows.segment.EstablishSegmentFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code segment establish} and {@code segment amend} have in common: they give a segment all of its terms. */
public abstract class TermsCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String name;

    @Option(names = "--condition")
    private List<String> conditions = new ArrayList<>();

    @Option(names = "--country")
    private List<String> countries = new ArrayList<>();

    @Option(names = "--observer")
    private List<String> observers = new ArrayList<>();

    @Option(names = "--symbol")
    private List<String> symbols = new ArrayList<>();

    @Option(names = "--currency")
    private List<String> currencies = new ArrayList<>();

    @Option(names = "--acquirers-from")
    private List<String> acquirersFrom = new ArrayList<>();

    @Option(names = "--holdings-in")
    private List<String> holdingsIn = new ArrayList<>();

    @Option(names = "--former-members-dispose")
    private boolean formerMembersDispose;

    @Option(names = "--freeze-on-order")
    private boolean freezeOnOrder;

    /** Carries the command out. */
    abstract Answer answer(Ledger ledger, String segment, SegmentTerms terms);

    @Override
    protected final LedgerWork prepare(Network chosen) {
        List<AdmissionCondition> parsed =
                conditions.stream().map(TermsCommand::condition).toList();
        List<Member> observing = observers.stream().map(chosen::member).toList();
        return ledger -> {
            List<Party> parties = observing.stream().map(ledger::party).toList();
            return answer(
                    ledger,
                    name,
                    new SegmentTerms(
                            new AdmissionPolicy(parsed, countries, formerMembersDispose),
                            parties,
                            new PermittedSecurities(symbols, currencies),
                            new CrossSegmentRules(ids(ledger, acquirersFrom), ids(ledger, holdingsIn)),
                            freezeOnOrder));
        };
    }

    private static AdmissionCondition condition(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no condition of admission.",
                    "Give a code and a sentence, for example LICENCE=\"The member is licensed to deal.\".");
        }
        return new AdmissionCondition(text.substring(0, equals), text.substring(equals + 1));
    }

    private static List<UniqueIdentifier> ids(Ledger ledger, List<String> segments) {
        return segments.stream()
                .map(segment -> SegmentViews.named(ledger, segment).getLinearId())
                .toList();
    }

    /** {@code segment establish}: an operator decides that there is to be a segment. */
    @Command(name = "establish")
    public static final class Establish extends TermsCommand {
        @Option(names = "--registrars", required = true)
        private String registrars;

        @Option(names = "--admission")
        private String admission;

        @Override
        Answer answer(Ledger ledger, String segment, SegmentTerms terms) {
            return SegmentViews.answer(
                    ledger,
                    ledger.run(
                            EstablishSegmentFlow.class,
                            segment,
                            terms,
                            registrars,
                            admission == null ? registrars : admission),
                    "Established segment " + segment + ": only its members propose and receive its securities now.",
                    new Fields().with("segment", segment));
        }
    }

    /** {@code segment amend}: an operator decides that a segment is to have other terms. */
    @Command(name = "amend")
    public static final class Amend extends TermsCommand {
        @Override
        Answer answer(Ledger ledger, String segment, SegmentTerms terms) {
            return SegmentViews.answer(
                    ledger,
                    ledger.run(AmendSegmentFlow.class, segment, terms),
                    "Amended segment " + segment + ".",
                    new Fields().with("segment", segment));
        }
    }
}
