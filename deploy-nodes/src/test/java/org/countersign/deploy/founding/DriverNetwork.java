package org.countersign.deploy.founding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.utilities.NetworkHostAndPort;
import net.corda.testing.common.internal.ParametersUtilitiesKt;
import net.corda.testing.driver.Driver;
import net.corda.testing.driver.DriverDSL;
import net.corda.testing.driver.DriverParameters;
import net.corda.testing.driver.NodeHandle;
import net.corda.testing.driver.NodeParameters;
import net.corda.testing.driver.PortAllocation;
import net.corda.testing.driver.VerifierType;
import net.corda.testing.node.NotarySpec;
import net.corda.testing.node.TestCordapp;
import net.corda.testing.node.User;
import org.countersign.contracts.governance.CommitteeState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.workflows.governance.FormCommitteeFlow;
import org.countersign.workflows.governance.SeatProposal;

/**
 * Real nodes in this JVM, by Corda's node driver: a validating notary, two authorities that are also registrars, an
 * issuer bank and a dealer, each with its database on disk, its message broker and its RPC server on the loopback
 * interface. The RPC user of every node is granted what the launcher grants.
 *
 * <p>The driver keeps its nodes for as long as a function runs that is given to it, so that function has a thread of
 * its own here, and waits there until the tests are done.
 */
final class DriverNetwork implements AutoCloseable {
    static final CordaX500Name ISSUER = name("Issuer Bank");
    static final CordaX500Name DEALER = name("Dealer");
    static final List<CordaX500Name> AUTHORITIES = ImmutableList.of(name("Authority One"), name("Authority Two"));
    static final User OPERATOR = new User("operator", "secret-1", ImmutableSet.copyOf(RpcPermissions.all()));
    static final User READER = new User("reader", "secret-2", Collections.singleton("InvokeRpc.nodeInfo"));

    private static final CordaX500Name NOTARY = name("Notary");
    private static final List<Aspect> ASPECTS = ImmutableList.of(Aspect.IDENTITY, Aspect.OWNERSHIP);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long START_SECONDS = 180;

    private final Map<CordaX500Name, Map<String, Object>> addresses = new ConcurrentHashMap<>();
    private final Map<CordaX500Name, NodeHandle> nodes = new LinkedHashMap<>();
    private final Map<CordaX500Name, CordaRPCConnection> connections = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;
    private final DriverDSL driver;

    DriverNetwork() throws Exception {
        CompletableFuture<DriverDSL> started = new CompletableFuture<>();
        thread = new Thread(() -> keepDriver(started), "node-driver");
        thread.start();
        driver = started.get(START_SECONDS, TimeUnit.SECONDS);
        Map<CordaX500Name, Future<NodeHandle>> starting = new LinkedHashMap<>();
        AUTHORITIES.forEach(authority -> starting.put(authority, driver.startNode(parameters(authority))));
        starting.put(ISSUER, driver.startNode(parameters(ISSUER)));
        starting.put(DEALER, driver.startNode(parameters(DEALER)));
        for (Map.Entry<CordaX500Name, Future<NodeHandle>> entry : starting.entrySet()) {
            nodes.put(entry.getKey(), entry.getValue().get(START_SECONDS, TimeUnit.SECONDS));
        }
    }

    private void keepDriver(CompletableFuture<DriverDSL> started) {
        try {
            Driver.driver(
                    new DriverParameters(cordapps())
                            .withStartNodesInProcess(true)
                            .withInMemoryDB(false)
                            .withAllowHibernateToManageAppSchema(false)
                            .withDriverDirectory(Paths.get("target", "node-driver", Long.toString(System.nanoTime())))
                            .withPortAllocation(new FreePorts())
                            .withDebugPortAllocation(new FreePorts())
                            .withNetworkParameters(
                                    ParametersUtilitiesKt.testNetworkParameters(Collections.emptyList(), 12))
                            .withNotaryCustomOverrides(addresses(NOTARY))
                            .withNotarySpecs(Collections.singletonList(new NotarySpec(
                                    NOTARY, true, Collections.emptyList(), VerifierType.InMemory, null, true))),
                    dsl -> {
                        started.complete(dsl);
                        try {
                            done.await();
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                        return null;
                    });
        } catch (RuntimeException failed) {
            started.completeExceptionally(failed);
        }
    }

    private static List<TestCordapp> cordapps() {
        Map<String, Object> settings = ImmutableMap.of(
                "committees",
                ImmutableMap.of(
                        "seats",
                        Collections.singletonList("*"),
                        "authorities",
                        AUTHORITIES.stream().map(CordaX500Name::toString).collect(Collectors.toList())),
                "settlement",
                ImmutableMap.of("cashIssuers", Collections.singletonList(ISSUER.toString())));
        return ImmutableList.of(
                TestCordapp.findCordapp("com.r3.corda.lib.tokens.contracts"),
                TestCordapp.findCordapp("com.r3.corda.lib.tokens.workflows"),
                TestCordapp.findCordapp("org.countersign.contracts"),
                TestCordapp.findCordapp("org.countersign.workflows").withConfig(settings));
    }

    private NodeParameters parameters(CordaX500Name name) {
        Map<String, Object> settings = new LinkedHashMap<>(addresses(name));
        // Users that the driver is told of by its own means may do more: it grants them to kill flows.
        settings.put("rpcUsers", ImmutableList.of(granted(OPERATOR), granted(READER)));
        NodeParameters parameters = new NodeParameters().withProvidedName(name).withCustomOverrides(settings);
        if (AUTHORITIES.contains(name)) {
            Map<String, Object> admitted = ImmutableMap.of(
                    "checks",
                    ImmutableMap.of(
                            "countersign.identity.admitted-holders",
                            ImmutableMap.of("holders", ImmutableList.of(ISSUER.toString(), DEALER.toString()))));
            return parameters.withAdditionalCordapps(Collections.singleton(
                    TestCordapp.findCordapp("org.countersign.oracles").withConfig(admitted)));
        }
        return parameters;
    }

    private static Map<String, Object> granted(User user) {
        return ImmutableMap.of(
                "username", user.getUsername(),
                "password", user.getPassword(),
                "permissions", ImmutableList.copyOf(user.getPermissions()));
    }

    /** A node keeps its addresses when it is started again, and is not to be reached from other machines. */
    private Map<String, Object> addresses(CordaX500Name name) {
        return addresses.computeIfAbsent(name, fresh -> {
            PortAllocation ports = new FreePorts();
            String peer = ports.nextHostAndPort().toString();
            return ImmutableMap.of(
                    "p2pAddress",
                    peer,
                    "messagingServerAddress",
                    peer,
                    "messagingServerExternal",
                    false,
                    "rpcSettings.address",
                    ports.nextHostAndPort().toString(),
                    "rpcSettings.adminAddress",
                    ports.nextHostAndPort().toString());
        });
    }

    /** Founds the committees for identity and ownership, each of both authorities with a threshold of two. */
    DriverNetwork withCommittees() throws Exception {
        CordaX500Name founder = AUTHORITIES.get(0);
        for (Aspect aspect : ASPECTS) {
            List<SeatProposal> seats = AUTHORITIES.stream()
                    .map(authority -> new SeatProposal(party(authority), 1))
                    .collect(Collectors.toList());
            run(
                    founder,
                    FormCommitteeFlow.Initiator.class,
                    aspect.name().toLowerCase(Locale.ROOT),
                    aspect,
                    seats,
                    2,
                    Duration.ofMinutes(5),
                    Collections.emptyList());
        }
        for (CordaX500Name member : nodes.keySet()) {
            await(
                    member.getOrganisation() + " knows all committees",
                    () -> rpc(member)
                                    .vaultQuery(CommitteeState.class)
                                    .getStates()
                                    .size()
                            == ASPECTS.size());
        }
        return this;
    }

    /** The operator's connection to a node, over its RPC server. */
    CordaRPCOps rpc(CordaX500Name member) {
        return connections
                .computeIfAbsent(member, name -> connect(name, OPERATOR))
                .getProxy();
    }

    /** A connection of a user's, which the caller closes. */
    CordaRPCConnection connect(CordaX500Name member, User user) {
        String address = (String) addresses.get(member).get("rpcSettings.address");
        return new CordaRPCClient(NetworkHostAndPort.parse(address)).start(user.getUsername(), user.getPassword());
    }

    /** Has the operator of a member start a flow, and gives its result or throws what the node has answered. */
    <T> T run(CordaX500Name member, Class<? extends FlowLogic<T>> flow, Object... arguments) throws Exception {
        try {
            return rpc(member)
                    .startFlowDynamic(flow, arguments)
                    .getReturnValue()
                    .get(PATIENCE.getSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException answered) {
            throw (Exception) answered.getCause();
        }
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    Party party(CordaX500Name member) {
        return nodes.get(member).getNodeInfo().getLegalIdentities().get(0);
    }

    /** Stops a node and starts it again on what it has on disk. */
    void restart(CordaX500Name member) throws Exception {
        CordaRPCConnection connection = connections.remove(member);
        if (connection != null) {
            connection.close();
        }
        nodes.remove(member).stop();
        nodes.put(member, driver.startNode(parameters(member)).get(START_SECONDS, TimeUnit.SECONDS));
    }

    private static CordaX500Name name(String organisation) {
        return new CordaX500Name(organisation, "London", "GB");
    }

    @Override
    public void close() throws InterruptedException {
        connections.values().forEach(CordaRPCConnection::close);
        done.countDown();
        thread.join();
    }

    /** Ports of the loopback interface that nobody has; the driver's own allocation keeps a file in the user's home. */
    private static final class FreePorts extends PortAllocation {
        @Override
        public int nextPort() {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
        }
    }
}
