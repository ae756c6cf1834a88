package org.example.tradinghalts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import net.corda.core.contracts.TimeWindow;
import net.corda.core.crypto.Crypto;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.identity.Party;
import org.countersign.contracts.SelfCertifyingId;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.definition.SecurityTerms;
import org.countersign.contracts.segment.Segment;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.AspectRequirement;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;
import org.countersign.contracts.validation.Operation;
import org.countersign.contracts.validation.ValidationPolicy;
import org.countersign.oracles.validation.CheckConfiguration;
import org.countersign.oracles.validation.CheckConfigurationException;
import org.countersign.oracles.validation.TransferCheck;
import org.countersign.oracles.validation.TransferFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TradingHaltsIT {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Party DEALER = new Party(
            new CordaX500Name("Dealer", "London", "GB"),
            Crypto.deriveKeyPairFromEntropy(Crypto.EDDSA_ED25519_SHA512, BigInteger.ONE)
                    .getPublic());

    private final CountDownLatch closing = new CountDownLatch(1);
    private HttpServer service;
    private volatile String asked;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stopService() {
        closing.countDown();
        service.stop(0);
    }

    private void answers(int status, String body) {
        service.createContext("/halts", exchange -> {
            asked = exchange.getRequestURI().getQuery();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        service.start();
    }

    /** The check as a node finds it: in the jar, by its service file. */
    private static TransferCheck found() {
        for (TransferCheck check : ServiceLoader.load(TransferCheck.class)) {
            if (check.name().equals("example.trading-halts")) {
                assertThat(check.getClass()
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .endsWith(".jar");
                return check;
            }
        }
        throw new AssertionError("The check is not found.");
    }

    private TransferCheck configured() throws CheckConfigurationException {
        TransferCheck check = found();
        check.configure(settings("http://127.0.0.1:" + service.getAddress().getPort() + "/halts", "500"));
        return check;
    }

    private static CheckConfiguration settings(String url, String readTimeout) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", url);
        settings.put("connectTimeoutMillis", 500);
        settings.put("readTimeoutMillis", readTimeout);
        return new CheckConfiguration("checks.example.trading-halts", settings);
    }

    private static TransferFacts facts() {
        SecurityDefinitionState security = SecurityDefinitionState.registered(
                DEALER,
                new SecurityTerms("A&B", null, "A & B plc", "GBP", BigDecimal.ONE, BigDecimal.TEN, 0),
                new ValidationPolicy(
                        Segment.WHOLE_NETWORK,
                        Collections.singletonList(new AspectRequirement(
                                Aspect.OWNERSHIP,
                                new SelfCertifyingId("committee").build(),
                                EnumSet.allOf(Operation.class)))));
        return new TransferFacts(
                SecureHash.sha256("a transaction"),
                Aspect.COMPLIANCE,
                Operation.TRANSFER,
                security,
                TimeWindow.between(NOW, NOW.plusSeconds(120)),
                NOW,
                DEALER,
                Collections.singletonList(DEALER),
                Collections.emptyList(),
                Collections.emptyList(),
                Collections.emptyList());
    }

    @Test
    @DisplayName("an open market meets the requirement, a halted one does not")
    void openAndHalted() throws Exception {
        answers(200, "open\n");
        List<Finding> findings = configured().check(facts());
        assertThat(findings).extracting(Finding::getResult).containsExactly(FindingResult.MET);
        assertThat(asked).isEqualTo("security=A&B");
        stopService();
        startService();
        answers(200, "halted");
        findings = configured().check(facts());
        assertThat(findings).extracting(Finding::getReasonCode).containsExactly("TRADING_HALTED");
        assertThat(findings.get(0).isPassed()).isFalse();
    }

    @Test
    @DisplayName("another answer is none, so that the node takes the requirement for undecided")
    void otherAnswersAreNone() throws Exception {
        answers(200, "openly halted, so to speak, for the time being");
        assertThatThrownBy(() -> configured().check(facts())).hasMessageContaining("neither open nor halted");
        stopService();
        startService();
        answers(503, "open");
        assertThatThrownBy(() -> configured().check(facts())).hasMessageContaining("status 503");
        stopService();
        startService();
        answers(302, "open");
        assertThatThrownBy(() -> configured().check(facts())).hasMessageContaining("status 302");
    }

    @Test
    @DisplayName("a service that is silent is waited for no longer than the setting says")
    void silence() throws Exception {
        service.createContext("/halts", exchange -> {
            try {
                closing.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        service.start();
        assertThatThrownBy(() -> configured().check(facts())).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    @DisplayName("wrong settings are refused with what they may be")
    void wrongSettings() {
        assertThatThrownBy(() -> found().configure(settings("ftp://example.org", "500")))
                .hasMessage("The setting checks.example.trading-halts.url is ftp://example.org."
                        + " Give an http or https address.");
        assertThatThrownBy(() -> found().configure(settings("nowhere", "500"))).hasMessageContaining("url is nowhere");
        assertThatThrownBy(() -> found().configure(settings("http://127.0.0.1", "0")))
                .hasMessageContaining("readTimeoutMillis is 0. Give whole milliseconds, 1 to 60000.");
    }
}
