package org.countersign.flowtests;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.r3.corda.lib.tokens.contracts.states.FungibleToken;
import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import java.math.BigDecimal;
import java.security.PublicKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import net.corda.core.contracts.Amount;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.node.services.StatesNotAvailableException;
import net.corda.core.node.services.Vault;
import net.corda.core.node.services.vault.QueryCriteria;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingCondition;
import net.corda.core.node.services.vault.QueryCriteria.SoftLockingType;
import net.corda.core.transactions.FilteredTransaction;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.utilities.NonEmptySet;
import net.corda.testing.common.internal.ParametersUtilitiesKt;
import net.corda.testing.node.MockNetwork;
import net.corda.testing.node.MockNetworkNotarySpec;
import net.corda.testing.node.MockNetworkParameters;
import net.corda.testing.node.MockNodeParameters;
import net.corda.testing.node.StartedMockNode;
import net.corda.testing.node.TestClock;
import net.corda.testing.node.TestCordapp;
import net.corda.testing.node.internal.CustomCordapp;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.holding.SecurityToken;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.cash.IssueCashFlow;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.governance.Committees;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;
import org.countersign.workflows.holding.AffirmTradeFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.RedeemFlow;
import org.countersign.workflows.holding.TransferFlow;
import org.countersign.workflows.validation.AspectDisclosure;
import org.countersign.workflows.validation.AttestationAnswer;
import org.countersign.workflows.validation.AttestationAnswers;
import org.countersign.workflows.validation.AttestationRequest;
import org.countersign.workflows.validation.AttestationRequests;
import org.countersign.workflows.validation.RequestAttestationFlow;

/**
 * A whole network in one JVM: a validating notary, three authorities that are also registrars, an issuer bank, two
 * dealers, a regulator and an outsider. Tests tell their stories through it.
 */
final class CountersignNetwork implements AutoCloseable {
    static final CordaX500Name NOTARY = name("Notary");
    static final CordaX500Name OTHER_NOTARY = name("Other Notary");
    static final CordaX500Name ISSUER = name("Issuer Bank");
    static final CordaX500Name DEALER_A = name("Dealer A");
    static final CordaX500Name DEALER_B = name("Dealer B");
    static final CordaX500Name REGULATOR = name("Regulator");
    static final CordaX500Name OUTSIDER = name("Outsider");
    static final List<CordaX500Name> AUTHORITIES =
            ImmutableList.of(name("Authority One"), name("Authority Two"), name("Authority Three"));

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final MockNetwork network;
    private final TestCordapp oracles;
    private final Map<String, Object> workflowSettings = new LinkedHashMap<>();
    private final CordaX500Name careful;
    private final Map<CordaX500Name, StartedMockNode> nodes = new LinkedHashMap<>();

    private CountersignNetwork(
            List<MockNetworkNotarySpec> notaries, List<TestCordapp> moreCordapps, Map<String, Object> moreSettings) {
        this(notaries, moreCordapps, moreSettings, usualChecks(), null);
    }

    private CountersignNetwork(
            List<MockNetworkNotarySpec> notaries,
            List<TestCordapp> moreCordapps,
            Map<String, Object> moreSettings,
            Map<String, Object> checks,
            CordaX500Name careful) {
        this.careful = careful;
        workflowSettings.put("committees", ImmutableMap.of("seats", Collections.singletonList("*")));
        workflowSettings.put(
                "settlement", ImmutableMap.of("cashIssuers", Collections.singletonList(ISSUER.toString())));
        workflowSettings.put("attestationTimeoutSeconds", 20);
        workflowSettings.put("registrarTimeoutSeconds", 20);
        workflowSettings.putAll(moreSettings);
        // By the default a slow machine would have every transfer finalised twice, which does no harm and takes longer
        // still. Whoever tests what a silent registrar costs asks for it.
        workflowSettings.putIfAbsent("nextRegistrarSeconds", workflowSettings.get("registrarTimeoutSeconds"));
        List<TestCordapp> cordapps = new ArrayList<>(ImmutableList.of(
                TestCordapp.findCordapp("com.r3.corda.lib.tokens.contracts"),
                TestCordapp.findCordapp("com.r3.corda.lib.tokens.workflows"),
                TestCordapp.findCordapp("org.countersign.contracts"),
                TestCordapp.findCordapp("org.countersign.workflows").withConfig(workflowSettings)));
        cordapps.addAll(moreCordapps);
        network = new MockNetwork(new MockNetworkParameters(cordapps)
                .withThreadPerNode(true)
                .withNotarySpecs(notaries)
                .withNetworkParameters(ParametersUtilitiesKt.testNetworkParameters(Collections.emptyList(), 12)));
        oracles = TestCordapp.findCordapp("org.countersign.oracles").withConfig(ImmutableMap.of("checks", checks));
        for (CordaX500Name member :
                Iterables.concat(AUTHORITIES, ImmutableList.of(ISSUER, DEALER_A, DEALER_B, REGULATOR, OUTSIDER))) {
            nodes.put(member, network.createNode(parameters(member)));
        }
    }

    private static Map<String, Object> usualChecks() {
        return ImmutableMap.of(
                "countersign.identity.admitted-holders",
                ImmutableMap.of("holders", Arrays.asList(ISSUER.toString(), DEALER_A.toString(), DEALER_B.toString())),
                "countersign.compliance.permitted-jurisdictions",
                ImmutableMap.of("barred", Collections.singletonList("KP")),
                "countersign.risk",
                ImmutableMap.of(
                        "ownership",
                        ImmutableMap.of("percent", 60, "exempt", Collections.singletonList(DEALER_A.toString()))),
                StagedCheck.NAME,
                ImmutableMap.of());
    }

    private MockNodeParameters parameters(CordaX500Name member) {
        List<TestCordapp> own = new ArrayList<>();
        if (AUTHORITIES.contains(member)) {
            own.add(oracles);
        }
        if (member.equals(careful)) {
            Map<String, Object> settings = new LinkedHashMap<>(workflowSettings);
            settings.put("acceptance", ImmutableMap.of("freeOfPayment", "affirmed"));
            own.add(TestCordapp.findCordapp("org.countersign.workflows").withConfig(settings));
        }
        return new MockNodeParameters().withLegalName(member).withAdditionalCordapps(own);
    }

    static CountersignNetwork start() {
        return start(Collections.emptyList(), Collections.emptyMap());
    }

    static CountersignNetwork start(List<TestCordapp> moreCordapps, Map<String, Object> moreSettings) {
        return new CountersignNetwork(
                ImmutableList.of(new MockNetworkNotarySpec(NOTARY, true)), moreCordapps, moreSettings);
    }

    /** A network with a member that takes nothing free of payment that it has not affirmed; the others do. */
    static CountersignNetwork startWithCareful(CordaX500Name member, Map<String, Object> moreSettings) {
        return new CountersignNetwork(
                ImmutableList.of(new MockNetworkNotarySpec(NOTARY, true)),
                Collections.emptyList(),
                moreSettings,
                usualChecks(),
                member);
    }

    /** A network whose authorities run these checks and no others. */
    static CountersignNetwork startWithChecks(Map<String, Object> checks) {
        return new CountersignNetwork(
                ImmutableList.of(new MockNetworkNotarySpec(NOTARY, true)),
                Collections.emptyList(),
                Collections.emptyMap(),
                checks,
                null);
    }

    /** A network on which states could be moved to another notary. */
    static CountersignNetwork startWithTwoNotaries(Map<String, Object> moreSettings) {
        return new CountersignNetwork(
                ImmutableList.of(
                        new MockNetworkNotarySpec(NOTARY, true), new MockNetworkNotarySpec(OTHER_NOTARY, true)),
                Collections.emptyList(),
                moreSettings);
    }

    /** A network whose notary signs everything. */
    static CountersignNetwork startWithCorruptNotary() {
        TestCordapp corrupt = new CustomCordapp(
                Collections.emptySet(),
                "corrupt-notary",
                1,
                12,
                Collections.singleton(CorruptNotary.class),
                Collections.emptyList(),
                null,
                Collections.emptyMap());
        return new CountersignNetwork(
                ImmutableList.of(new MockNetworkNotarySpec(NOTARY, true, CorruptNotary.class.getName())),
                ImmutableList.of(corrupt),
                // Nobody completes what a test has others vote for while it is still busy with it.
                ImmutableMap.of("registrarTimeoutSeconds", 60));
    }

    static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }

    static Amount<TokenType> pounds(String amount) {
        return Amount.fromDecimal(new BigDecimal(amount), FiatCurrency.getInstance("GBP"));
    }

    /** Founds the two committees, each of the three authorities with a threshold of two. */
    CountersignNetwork withCommittees() {
        found("identity", Aspect.IDENTITY);
        found("registrars", Aspect.OWNERSHIP);
        return this;
    }

    /**
     * Founds a committee of the three authorities with a threshold of two, and waits until every member knows it: the
     * network learns of a committee after the founding flow's end.
     */
    void found(String committee, Aspect aspect) {
        found(committee, aspect, Segment.WHOLE_NETWORK);
    }

    /** Founds one that is competent in a segment only. */
    void found(String committee, Aspect aspect, String segment) {
        run(
                AUTHORITIES.get(0),
                new FormCommitteeFlow.Initiator(
                        committee,
                        aspect,
                        segment,
                        AUTHORITIES.stream()
                                .map(authority -> new SeatProposal(party(authority), 1))
                                .collect(Collectors.toList()),
                        2,
                        Duration.ofMinutes(5),
                        Collections.singletonList(party(REGULATOR))));
        for (CordaX500Name member : nodes.keySet()) {
            await(member.getOrganisation() + " knows the committee " + committee, () -> knows(member, committee));
        }
    }

    /** Whether a member has heard of a committee. */
    boolean knows(CordaX500Name member, String committee) {
        return node(member)
                .transaction(() ->
                        !Committees.named(node(member).getServices(), committee).isEmpty());
    }

    TransactionReceipt register(String symbol, String authorised) {
        return register(symbol, authorised, Arrays.asList("identity", "registrars"));
    }

    /** Registers a security under committees, or under the only known one of each aspect if none are named. */
    TransactionReceipt register(String symbol, String authorised, List<String> committees) {
        return run(
                ISSUER,
                new RegisterSecurityFlow.Initiator(
                        new SecurityTerms(
                                symbol,
                                null,
                                symbol + " plc ordinary shares",
                                "GBP",
                                new BigDecimal("0.05"),
                                new BigDecimal(authorised),
                                0),
                        committees));
    }

    TransactionReceipt issue(String symbol, String quantity, CordaX500Name holder) {
        return run(ISSUER, new IssueSecurityFlow.Initiator(symbol, new BigDecimal(quantity), party(holder)));
    }

    TransactionReceipt transfer(CordaX500Name from, String symbol, String quantity, CordaX500Name to) {
        return run(from, new TransferFlow.Initiator(symbol, new BigDecimal(quantity), party(to)));
    }

    TransactionReceipt sell(
            CordaX500Name from, String symbol, String quantity, CordaX500Name to, Amount<TokenType> price) {
        return run(from, new TransferFlow.Initiator(symbol, new BigDecimal(quantity), party(to), price));
    }

    /** What an authority answers who asks it to attest one aspect of a transaction, on a tear-off as it should be. */
    AttestationAnswer ask(CordaX500Name asker, CordaX500Name authority, Aspect aspect, SignedTransaction transaction) {
        return ask(asker, authority, aspect, AspectDisclosure.tearOff(transaction.getTx(), aspect));
    }

    /** What an authority answers who asks it to attest one aspect on a tear-off of any kind. */
    AttestationAnswer ask(CordaX500Name asker, CordaX500Name authority, Aspect aspect, FilteredTransaction tearOff) {
        return ask(asker, authority, new AttestationRequest(aspect, tearOff, Collections.emptyList()))
                .to(aspect);
    }

    /** What an authority answers who asks it several things about one transaction in one conversation. */
    AttestationAnswers ask(CordaX500Name asker, CordaX500Name authority, AttestationRequest... requests) {
        return run(
                asker, new RequestAttestationFlow(party(authority), new AttestationRequests(Arrays.asList(requests))));
    }

    void affirm(CordaX500Name buyer, String symbol, String quantity, CordaX500Name seller, Amount<TokenType> price) {
        run(buyer, new AffirmTradeFlow(symbol, new BigDecimal(quantity), party(seller), price));
    }

    TransactionReceipt redeem(CordaX500Name holder, String symbol, String quantity) {
        return run(holder, new RedeemFlow.Initiator(symbol, new BigDecimal(quantity)));
    }

    void issueCash(String amount, CordaX500Name holder) {
        run(ISSUER, new IssueCashFlow(pounds(amount), party(holder)));
    }

    /** What a member says that it holds of a symbol itself. */
    BigDecimal held(CordaX500Name member, String symbol) {
        return sum(run(member, new HoldingsFlow(false)), symbol, member);
    }

    /** What an observer records that somebody else holds. */
    BigDecimal observed(CordaX500Name observer, String symbol, CordaX500Name holder) {
        return sum(run(observer, new HoldingsFlow(true)), symbol, holder);
    }

    private static BigDecimal sum(List<HoldingLine> lines, String symbol, CordaX500Name holder) {
        return lines.stream()
                .filter(line -> line.getSymbol().equals(symbol) && holder.equals(line.getHolder()))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many of a member's own tokens are reserved by some flow. */
    int locked(CordaX500Name member) {
        return node(member)
                .transaction(() -> node(member)
                        .getServices()
                        .getVaultService()
                        .queryBy(
                                FungibleToken.class,
                                new QueryCriteria.VaultQueryCriteria(Vault.StateStatus.UNCONSUMED)
                                        .withRelevancyStatus(Vault.RelevancyStatus.RELEVANT)
                                        .withSoftLockingCondition(new SoftLockingCondition(
                                                SoftLockingType.LOCKED_ONLY, Collections.<UUID>emptyList())))
                        .getStates()
                        .size());
    }

    /** Reserves what a member holds by a transaction, as a flow that spends it does; answers the lock. */
    UUID reserve(CordaX500Name member, TransactionReceipt from) {
        UUID lock = UUID.randomUUID();
        node(member).transaction(() -> {
            List<StateRef> lots =
                    node(member).getServices().getVaultService().queryBy(SecurityToken.class).getStates().stream()
                            .map(StateAndRef::getRef)
                            .filter(ref -> ref.getTxhash().equals(from.getTransactionId()))
                            .collect(Collectors.toList());
            try {
                node(member).getServices().getVaultService().softLockReserve(lock, NonEmptySet.copyOf(lots));
            } catch (StatesNotAvailableException taken) {
                throw new AssertionError(taken);
            }
            return null;
        });
        return lock;
    }

    /** Releases what a lock has reserved. */
    void release(CordaX500Name member, UUID lock) {
        node(member).transaction(() -> {
            node(member).getServices().getVaultService().softLockRelease(lock, null);
            return null;
        });
    }

    /** How many flows of a class a member's node has not finished. */
    long waiting(CordaX500Name member, Class<?> flow) {
        return node(member).transaction(() -> {
            try (PreparedStatement query = node(member)
                    .getServices()
                    .jdbcSession()
                    .prepareStatement("select count(*) from node_checkpoints c join node_flow_metadata m"
                            + " on c.flow_id = m.flow_id where m.flow_name = ?")) {
                query.setString(1, flow.getName());
                ResultSet counted = query.executeQuery();
                counted.next();
                return counted.getLong(1);
            } catch (SQLException broken) {
                throw new AssertionError(broken);
            }
        });
    }

    /** Waits until members have recorded a transaction; what is launched beside a flow arrives after the flow's end. */
    TransactionReceipt recorded(TransactionReceipt receipt, CordaX500Name... members) {
        for (CordaX500Name member : members) {
            await(member.getOrganisation() + " records " + receipt.getTransactionId(), () -> holds(member, receipt));
        }
        return receipt;
    }

    /** Whether a member has a transaction at all. */
    boolean holds(CordaX500Name member, TransactionReceipt receipt) {
        return node(member).getServices().getValidatedTransactions().getTransaction(receipt.getTransactionId()) != null;
    }

    /** Whether a member has a transaction at all. */
    boolean holds(CordaX500Name member, SecureHash transaction) {
        return node(member).getServices().getValidatedTransactions().getTransaction(transaction) != null;
    }

    /** Lets time pass for all members and the notaries at once. */
    void advanceClocks(Duration by) {
        nodes.values().forEach(node -> advanceClock(node, by));
        network.getNotaryNodes().forEach(node -> advanceClock(node, by));
    }

    private static void advanceClock(StartedMockNode node, Duration by) {
        ((TestClock) node.getServices().getClock()).advanceBy(by);
    }

    /** Lets it be a moment by the clocks of all members and of the notary. */
    void setClocks(Instant now) {
        network.getNotaryNodes().forEach(node -> ((TestClock) node.getServices().getClock()).setTo(now));
        nodes.values().forEach(node -> ((TestClock) node.getServices().getClock()).setTo(now));
    }

    /** A notary service. */
    Party notary(CordaX500Name name) {
        return network.getNotaryNodes().stream()
                .map(node -> node.getInfo().getLegalIdentities().get(0))
                .filter(identity -> identity.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No notary " + name));
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    StartedMockNode node(CordaX500Name name) {
        return nodes.get(name);
    }

    Map<CordaX500Name, StartedMockNode> nodes() {
        return Collections.unmodifiableMap(nodes);
    }

    Party party(CordaX500Name name) {
        return node(name).getInfo().getLegalIdentities().get(0);
    }

    <T> T run(CordaX500Name member, FlowLogic<T> flow) {
        return ended(node(member).startFlow(flow));
    }

    /** The result of a flow that has been started. */
    <T> T ended(Future<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new FlowFailure(failed.getCause());
        } catch (TimeoutException | InterruptedException slow) {
            throw new AssertionError("The flow did not end within " + PATIENCE, slow);
        }
    }

    /** Fresh keys of the issuer's, for subscribers in its name, which all members know to be the issuer's. */
    List<PublicKey> issuersKeys(int count) {
        StartedMockNode issuer = node(ISSUER);
        Party party = party(ISSUER);
        List<PublicKey> keys = issuer.transaction(() -> {
            List<PublicKey> fresh = new ArrayList<>();
            for (int made = 0; made < count; made++) {
                fresh.add(issuer.getServices().getKeyManagementService().freshKey());
            }
            return fresh;
        });
        nodes.values()
                .forEach(node -> node.transaction(() -> {
                    keys.forEach(key -> node.getServices().getIdentityService().registerKey(key, party, null));
                    return null;
                }));
        return keys;
    }

    /** Stops a node without a word to anybody. */
    void stop(CordaX500Name member) {
        node(member).stop();
    }

    /** Starts a stopped node again on its database, with its checkpoints and what was sent to it meanwhile. */
    void restart(CordaX500Name member) {
        nodes.put(member, MockNodes.restart(network, node(member), parameters(member)));
    }

    @Override
    public void close() {
        network.stopNodes();
    }

    /** A flow ended with an exception, which is the cause. */
    static final class FlowFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FlowFailure(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
