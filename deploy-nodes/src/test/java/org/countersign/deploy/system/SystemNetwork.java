package org.countersign.deploy.system;

import com.r3.corda.lib.tokens.contracts.types.TokenType;
import com.r3.corda.lib.tokens.money.FiatCurrency;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.core.contracts.Amount;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.utilities.NetworkHostAndPort;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.workflows.TransactionReceipt;
import org.countersign.workflows.definition.RegisterSecurityFlow;
import org.countersign.workflows.holding.HoldingLine;
import org.countersign.workflows.holding.HoldingsFlow;
import org.countersign.workflows.holding.IssueSecurityFlow;
import org.countersign.workflows.holding.TransferFlow;

/** A network of real node processes, started and stopped by the launcher's own commands and used through RPC. */
final class SystemNetwork implements AutoCloseable {
    static final Path ROOT = Paths.get("..").toAbsolutePath().normalize();
    private static final Duration COMMAND_PATIENCE = Duration.ofMinutes(12);
    private static final Duration FLOW_PATIENCE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration INTO_THE_TRANSFER = Duration.ofMillis(300);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path topology;
    private final String name;
    private final Map<String, CordaRPCConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();

    SystemNetwork(String topologyFile) {
        this.topology = Paths.get(topologyFile).toAbsolutePath();
        this.name = ConfigFactory.parseFile(topology.toFile()).getString("name");
    }

    /** Starts the network anew. */
    SystemNetwork upFresh() throws Exception {
        return upFresh(Collections.emptyMap());
    }

    /** Starts the network anew, in an environment of the caller's. */
    SystemNetwork upFresh(Map<String, String> environment) throws Exception {
        launcher(environment, "up", "--topology", topology.toString(), "--fresh");
        return this;
    }

    /** Starts the network with what it has, in an environment of the caller's. */
    SystemNetwork up(Map<String, String> environment) throws Exception {
        launcher(environment, "up", "--topology", topology.toString());
        return this;
    }

    void down() throws Exception {
        disconnect();
        launcher(Collections.emptyMap(), "down", "--topology", topology.toString());
    }

    /** What the launcher says of each member. */
    Map<String, Config> status() throws Exception {
        Config status = ConfigFactory.parseString(
                launcher(Collections.emptyMap(), "status", "--topology", topology.toString(), "--json"));
        Map<String, Config> members = new LinkedHashMap<>();
        for (Config member : status.getConfigList("members")) {
            members.put(member.getString("id"), member);
        }
        return members;
    }

    /** The process of a running member. */
    String pidOf(String member) throws Exception {
        return String.valueOf(status().get(member).getLong("pid"));
    }

    /** Kills a node as a power cut would. */
    void kill(String member, String pid) {
        try {
            Process kill = new ProcessBuilder("kill", "-9", pid).inheritIO().start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("kill -9 of " + member + " failed");
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("kill -9 of " + member + " failed", failed);
        }
        lost(member);
    }

    /** Gives up the connection to a node whose process is gone. */
    void lost(String member) {
        CordaRPCConnection connection = connections.remove(member);
        if (connection != null) {
            connection.forceClose();
        }
    }

    /** Kills a node while the transfer that starts now is under way. */
    CompletableFuture<Void> killDuringTransfer(String member) throws Exception {
        String pid = pidOf(member);
        return CompletableFuture.runAsync(() -> {
            // Long enough for the transfer to have left its seller, short enough for it not to have ended.
            LockSupport.parkNanos(INTO_THE_TRANSFER.toNanos());
            kill(member, pid);
        });
    }

    /** The member that leads the Raft cluster, from what the members of the cluster have logged last. */
    String raftLeader(List<String> cluster) throws IOException {
        String leader = null;
        String latest = "";
        for (String member : cluster) {
            try (Stream<String> lines = Files.lines(directory().resolve("nodes/" + member + "/logs/node.log"))) {
                for (String line : (Iterable<String>) lines::iterator) {
                    if (line.contains("Transitioning to LEADER")) {
                        String time = line.substring(line.indexOf(']') + 2, line.indexOf('Z'));
                        if (time.compareTo(latest) > 0) {
                            latest = time;
                            leader = member;
                        }
                    }
                }
            }
        }
        if (leader == null) {
            throw new AssertionError("No member of " + cluster + " has logged that it leads");
        }
        return leader;
    }

    Path directory() {
        return ROOT.resolve(".countersign/" + name);
    }

    Path networkFile() {
        return directory().resolve("network.json");
    }

    CordaRPCOps rpc(String member) {
        return connections.computeIfAbsent(member, this::connect).getProxy();
    }

    private CordaRPCConnection connect(String member) {
        Config found = member(member);
        try {
            String password = new String(
                            Files.readAllBytes(Paths.get(found.getString("rpcPasswordFile"))), StandardCharsets.UTF_8)
                    .trim();
            return new CordaRPCClient(NetworkHostAndPort.parse(found.getString("rpcAddress")))
                    .start(found.getString("rpcUser"), password);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Config member(String id) {
        for (Config member : ConfigFactory.parseFile(networkFile().toFile()).getConfigList("members")) {
            if (member.getString("id").equals(id)) {
                return member;
            }
        }
        throw new AssertionError("There is no member " + id + " in " + networkFile());
    }

    CordaX500Name nameOf(String member) {
        return CordaX500Name.parse(member(member).getString("legalName"));
    }

    /** The party of a member; looked up at the node of the one who asks. */
    Party party(String asker, String member) {
        return parties.computeIfAbsent(member, id -> rpc(asker).wellKnownPartyFromX500Name(nameOf(id)));
    }

    @SafeVarargs
    final <T> T run(String member, Class<? extends FlowLogic<T>> flow, Object... arguments) {
        try {
            return rpc(member)
                    .startFlowDynamic(flow, arguments)
                    .getReturnValue()
                    .get(FLOW_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    TransactionReceipt register(String symbol, String authorised) {
        return run(
                "issuer-bank",
                RegisterSecurityFlow.Initiator.class,
                new SecurityTerms(
                        symbol,
                        null,
                        symbol + " plc ordinary shares",
                        "GBP",
                        new BigDecimal("0.05"),
                        new BigDecimal(authorised),
                        0),
                Collections.emptyList());
    }

    TransactionReceipt issue(String symbol, String quantity, String holder) {
        return run(
                "issuer-bank",
                IssueSecurityFlow.Initiator.class,
                symbol,
                new BigDecimal(quantity),
                party("issuer-bank", holder));
    }

    TransactionReceipt transfer(String from, String symbol, String quantity, String to) {
        return run(from, TransferFlow.Initiator.class, symbol, new BigDecimal(quantity), party(from, to));
    }

    BigDecimal held(String member, String symbol) {
        return sum(run(member, HoldingsFlow.class, false), symbol);
    }

    BigDecimal observed(String observer, String symbol) {
        return sum(run(observer, HoldingsFlow.class, true), symbol);
    }

    /** What an observer records that one member holds. */
    BigDecimal observed(String observer, String symbol, String holder) {
        return sum(
                run(observer, HoldingsFlow.class, true).stream()
                        .filter(line -> nameOf(holder).equals(line.getHolder()))
                        .collect(Collectors.toList()),
                symbol);
    }

    private static BigDecimal sum(List<HoldingLine> lines, String symbol) {
        return lines.stream()
                .filter(line -> line.getSymbol().equals(symbol))
                .map(HoldingLine::getQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Amount<TokenType> pounds(String amount) {
        return Amount.fromDecimal(new BigDecimal(amount), FiatCurrency.getInstance("GBP"));
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

    private String launcher(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                Collections.singletonList(ROOT.resolve("launcher/network.sh").toString()));
        command.addAll(Arrays.asList(arguments));
        return process(environment, command);
    }

    /** Runs a command and returns its standard output; fails with everything it said if it does not end with 0. */
    static String process(Map<String, String> environment, List<String> command) throws Exception {
        Path out = Files.createTempFile("countersign-out", ".txt");
        Path err = Files.createTempFile("countersign-err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("COUNTERSIGN_JDK8", jdk8());
        builder.environment().put("JAVA_HOME", System.getProperty("build.java.home"));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        boolean ended = process.waitFor(COMMAND_PATIENCE.toMinutes(), TimeUnit.MINUTES);
        process.destroy();
        String said = new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(command + (ended ? " ended with " + process.exitValue() : " did not end") + "\n"
                    + said + new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
        }
        return said;
    }

    private static String jdk8() {
        Path home = Paths.get(System.getProperty("java.home"));
        return (home.endsWith("jre") ? home.getParent() : home).toString();
    }

    private void disconnect() {
        connections.values().forEach(CordaRPCConnection::forceClose);
        connections.clear();
    }

    @Override
    public void close() throws Exception {
        down();
    }
}
